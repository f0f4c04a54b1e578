import { arithmetic, literal, number, string } from '../build';
import { DAY, floorDivide, parseDay, parseInstant, printDay } from '../civil';
import { moved } from '../clock';
import { AS_DECIDED } from '../decisions';
import type { StaticType } from '../static-type';
import { dateValue, describe, isTime } from '../value';
import type { CompareOperator, Formula, IntervalUnit, LiteralType, Per } from '../world';
import type { Pools } from './pools';
import type { Random } from './random';
import type { Field } from './scope';

/** What a formula may be made of. */
export interface Ingredients {
  readonly random: Random;
  readonly pools: Pools;
  readonly fields: readonly Field[];
  /** Metrics of an entity that conditions may name. */
  readonly pers?: readonly PerField[];
}

/** `per(entity, metric)` as conditions may name it. */
export interface PerField {
  readonly formula: Per;
  readonly type: StaticType;
  /** Went through a double: only to be compared with what it never is. */
  readonly isRough: boolean;
  /** What it is for the entities that there are, as text: between these a threshold tells some from others. */
  values(): readonly string[];
}

/** A numeric formula; a rough one went through a double that decimals or quotients made inexact. */
export interface Numeric {
  readonly formula: Formula;
  readonly kind: 'integer' | 'decimal' | 'double';
  readonly isRough: boolean;
  readonly isHuge: boolean;
}

export const isNumeric = (type: StaticType): boolean =>
  type.kind === 'integer' || type.kind === 'decimal' || type.kind === 'double';

const ofField = (field: Field): Numeric => ({
  formula: field.reference,
  kind: field.type.kind === 'integer' || field.type.kind === 'decimal' ? field.type.kind : 'double',
  isRough: field.isRough,
  isHuge: field.isHuge,
});

const WHOLE = ['0', '1', '2', '-1', '7', '-7', '3'];
const DIVISORS = ['2', '-2', '3', '4', '-7', '0'];
const FRACTIONS = ['0.5', '-0.5', '1.25', '0.01', '2.50'];

export function numberLiteral(random: Random): Numeric {
  const text = random.chance(0.7) ? random.pick(WHOLE) : random.pick(FRACTIONS);
  return {
    formula: number(text),
    kind: text.includes('.') ? 'decimal' : 'integer',
    isRough: false,
    isHuge: false,
  };
}

/** What a double does not hold exactly, so that a difference that should be zero may not be. */
const isInexactPart = (left: Numeric, right: Numeric): boolean =>
  [left, right].some((part) => part.kind === 'decimal' || part.isHuge);

function joined(left: Numeric, right: Numeric, formula: Formula, isQuotient = false): Numeric {
  const kinds = [left.kind, right.kind];
  const isDouble = isQuotient || kinds.includes('double');
  return {
    formula,
    kind: isDouble ? 'double' : kinds.includes('decimal') ? 'decimal' : 'integer',
    isRough: left.isRough || right.isRough || isQuotient || (isDouble && isInexactPart(left, right)),
    isHuge: left.isHuge || right.isHuge,
  };
}

/** `left op right`, or plain addition where a product would leave every type or a divisor could be almost zero. */
export function operation(random: Random, left: Numeric, right: Numeric): Numeric {
  const isTame = !left.isHuge && !right.isHuge;
  const op = random.weighted([
    [3, '+'],
    [3, '-'],
    [isTame ? 3 : 0, '*'],
    [right.isRough ? 0 : 2, '/'],
  ] as const);
  return joined(left, right, arithmetic(left.formula, op, right.formula), op === '/');
}

/** A numeric column, whole or dressed up, that is never NULL-proof by accident: `coalesce`, `case`, `nullif`, `abs`, `round`. */
function dressed(from: Ingredients, base: Numeric): Numeric {
  const { random } = from;
  const other = numberLiteral(random);
  const either = joined(base, other, base.formula);
  if (base.isRough) return base;
  switch (
    random.weighted([
      [10, 'plain'],
      [2, 'coalesce'],
      [2, 'case'],
      [1, 'nullif'],
      [1, 'abs'],
      [3, 'round'],
      [1, 'greatest'],
      [1, 'negate'],
      [1, 'whole'],
      [base.kind === 'integer' ? 2 : 0, 'div'],
    ] as const)
  ) {
    case 'plain':
      return base;
    case 'coalesce':
      return { ...either, formula: { kind: 'coalesce', of: [base.formula, other.formula] } };
    case 'case':
      return {
        ...either,
        formula: {
          kind: 'case',
          branches: [{ when: condition(from, 0), take: base.formula }],
          otherwise: random.chance(0.5) ? other.formula : null,
        },
      };
    case 'nullif':
      return base.kind === 'integer'
        ? { ...base, formula: { kind: 'nullif', left: base.formula, right: number(random.pick(WHOLE)) } }
        : base;
    case 'abs':
      return base.isHuge ? base : { ...base, formula: { kind: 'call', fn: 'abs', args: [base.formula] } };
    case 'round':
      return base.kind === 'decimal'
        ? { ...base, formula: { kind: 'call', fn: 'round', args: [base.formula, number(random.int(0, 1))] } }
        : base;
    case 'greatest':
      return {
        ...either,
        formula: {
          kind: 'call',
          fn: random.pick(['greatest', 'least']),
          args: [base.formula, other.formula],
        },
      };
    case 'whole':
      return base.kind === 'double'
        ? base
        : { ...base, formula: { kind: 'call', fn: random.pick(['floor', 'ceil']), args: [base.formula] } };
    case 'div':
      return {
        ...base,
        formula: {
          kind: 'call',
          fn: random.pick(['div', 'mod']),
          args: [base.formula, number(random.pick(DIVISORS))],
        },
      };
    case 'negate':
      return base.isHuge ? base : { ...base, formula: { kind: 'negate', of: base.formula } };
  }
}

/** Two numbers of 32 bits whose product has more. */
function literalArithmetic(): Numeric {
  const formula = arithmetic(number('999999999'), '*', number('-999999999'));
  return { formula, kind: 'integer', isRough: false, isHuge: true };
}

/** Keys are integers, and less interesting than what is measured. */
const WEIGHTS = { integer: 1, decimal: 4, double: 2 } as const;

/** A numeric formula over the fields; null where none is numeric. */
export function numeric(from: Ingredients, depth: number): Numeric | null {
  const { random, fields } = from;
  const numbers = fields.filter((field) => isNumeric(field.type)).map(ofField);
  if (numbers.length === 0) return null;
  const base = random.weighted(numbers.map((each) => [WEIGHTS[each.kind], each] as const));
  if (depth === 0 || random.chance(0.35)) return dressed(from, base);
  const right = random.weighted([
    [5, () => numberLiteral(random)],
    [5, () => numeric(from, depth - 1) ?? numberLiteral(random)],
    [1, literalArithmetic],
  ])();
  return operation(random, dressed(from, base), right);
}

const ORDER: readonly CompareOperator[] = ['=', '<>', '<', '<=', '>', '>='];

function literalFor(from: Ingredients, type: StaticType): Formula {
  const { random, pools } = from;
  switch (type.kind) {
    case 'string':
      return string(random.pick(pools.strings));
    case 'boolean':
      return literal('boolean', random.pick(['true', 'false']));
    case 'date':
      return literal('date', random.pick(pools.days));
    case 'timestamp':
      return type.zoned || random.chance(0.8)
        ? literal('timestamp', random.pick(pools.walls))
        : literal('date', random.pick(pools.days));
    case 'instant':
      return random.weighted([
        [6, literal('timestamptz', random.pick(pools.instants))],
        [1, literal('date', random.pick(pools.bounds))],
        [1.5, { kind: 'now' } as const],
      ]);
    case 'integer':
      return number(random.pick(WHOLE));
    default:
      return numberLiteral(random).formula;
  }
}

const LITERAL_KINDS: readonly (StaticType['kind'] | LiteralType)[] = ['boolean', 'string'];

/** Intervals in both directions, most of them of a length that depends on where they begin. */
export const MOVES: readonly (readonly [number, IntervalUnit])[] = [
  [1, 'month'],
  [-1, 'month'],
  [1, 'year'],
  [-1, 'year'],
  [2, 'month'],
  [1, 'day'],
  [-1, 'day'],
  [-1, 'week'],
];
const SHORT_MOVES: readonly (readonly [number, IntervalUnit])[] = [
  [-24, 'hour'],
  [90, 'minute'],
];

/** Days are what changes of the clocks make longer or shorter. */
const DAY_MOVES = MOVES.filter(([, unit]) => unit === 'day' || unit === 'week');

const movesOf = (random: Random, isInstant: boolean): typeof MOVES =>
  isInstant
    ? random.weighted([
        [2, SHORT_MOVES],
        [5, DAY_MOVES],
        [3, MOVES],
      ])
    : MOVES;

/** A moment moved by an interval, beside one that it may just reach. */
function movedCondition(from: Ingredients, field: Field): Formula {
  const { random, pools } = from;
  const isInstant = field.type.kind === 'instant';
  const [count, unit] = random.pick(movesOf(random, isInstant));
  const left: Formula = { kind: 'moved', of: field.reference, count, unit };
  const op = random.pick(ORDER);
  if (isInstant) {
    const at = parseInstant(random.pick(pools.instants))?.micros ?? 0;
    const clock = { zone: pools.zone, company: pools.zone, decisions: AS_DECIDED };
    const bound = moved({ kind: 'instant', at }, count, unit, clock);
    return { kind: 'compare', op, left, right: literal('timestamptz', describe(bound)) };
  }
  // Where a day of the pool leads to, or where it would lead if months were all as long as its own.
  const day = parseDay(random.pick(pools.days)) ?? 0;
  const there = moved(dateValue(day), count, unit, { zone: 'UTC', company: 'UTC', decisions: AS_DECIDED });
  const near = isTime(there) ? floorDivide(there.at, DAY) + random.pick([0, 0, 0, 1]) : day;
  return { kind: 'compare', op, left, right: literal('date', printDay(near)) };
}

const isMovable = ({ type }: Field): boolean =>
  type.kind === 'date' || type.kind === 'instant' || (type.kind === 'timestamp' && !type.zoned);

/** Numbers that no sum or quotient of the pools is. */
const NEVER = ['0.123457', '-0.123457', '7.123457', '1000.123457'];

const THRESHOLDS = ['0', '1', '2', '3', '0.5', '7'];

/** A metric of the row's entity beside a number that it may be, or missing. */
export function perCondition(from: Ingredients, per: PerField): Formula {
  const { random } = from;
  const of = per.formula;
  if (random.chance(0.12)) return { kind: 'is_null', of, negated: random.chance(0.5) };
  if (per.isRough || !isNumeric(per.type)) {
    if (!isNumeric(per.type)) return { kind: 'is_null', of, negated: random.chance(0.5) };
    const right = number(random.pick(NEVER));
    return { kind: 'compare', op: random.pick(['<', '>']), left: of, right };
  }
  const found = per.values().filter((text) => /^-?\d{1,12}(\.\d{1,6})?$/.test(text));
  const threshold = found.length > 0 && random.chance(0.7) ? random.pick(found) : random.pick(THRESHOLDS);
  return { kind: 'compare', op: random.pick(ORDER), left: of, right: number(threshold) };
}

/** Does a text begin with, or hold, what some other text begins with? */
function textTest({ random, pools }: Ingredients, of: Formula): Formula {
  const start = string([...random.pick(pools.strings)].slice(0, random.int(0, 2)).join(''));
  return { kind: 'call', fn: random.pick(['starts_with', 'contains']), args: [of, start] };
}

/** One test of one field: comparisons, lists, NULL tests, truth tests. */
function simpleCondition(from: Ingredients): Formula {
  const { random, pers = [] } = from;
  if (pers.length > 0 && random.chance(0.4)) return perCondition(from, random.pick(pers));
  const moments = from.fields.filter(isMovable);
  if (moments.length > 0 && random.chance(0.12)) return movedCondition(from, random.pick(moments));
  const field = random.pick(from.fields.filter((each) => !each.isRough));
  const of = field.reference;
  if (field.type.kind === 'string' && random.chance(0.12)) return textTest(from, of);
  const wanted = (): Formula => literalFor(from, field.type);
  const isText = LITERAL_KINDS.includes(field.type.kind);
  switch (
    random.weighted([
      [5, 'compare'],
      [2, 'in'],
      [2, 'is_null'],
      [1, 'between'],
      [1, 'distinct'],
      [field.type.kind === 'boolean' ? 8 : 0, 'truth'],
    ] as const)
  ) {
    case 'compare':
      return {
        kind: 'compare',
        op: isText ? random.pick(['=', '<>']) : random.pick(ORDER),
        left: of,
        right: wanted(),
      };
    case 'in':
      return { kind: 'in', of, list: [wanted(), wanted()], negated: random.chance(0.4) };
    case 'is_null':
      return { kind: 'is_null', of, negated: random.chance(0.5) };
    case 'between':
      return field.type.kind === 'boolean' ? of : { kind: 'between', of, low: wanted(), high: wanted() };
    case 'distinct':
      return { kind: 'distinct_from', left: of, right: wanted(), negated: random.chance(0.5) };
    case 'truth':
      return random.chance(0.5) ? of : { kind: 'is_true', of, negated: random.chance(0.5) };
  }
}

/** A condition over the fields, three-valued like all formulas. */
export function condition(from: Ingredients, depth: number): Formula {
  const { random } = from;
  if (depth === 0 || random.chance(0.5))
    return random.chance(0.2) ? { kind: 'not', of: simpleCondition(from) } : simpleCondition(from);
  const parts = [condition(from, depth - 1), condition(from, depth - 1)];
  const tree: Formula = { kind: random.pick(['and', 'or']), of: parts };
  return random.chance(0.3) ? { kind: 'not', of: tree } : tree;
}
