import { literal, number, string } from '../build';
import { DAY, floorDivide, parseDay, parseInstant, printDay } from '../civil';
import { moved } from '../clock';
import { AS_DECIDED } from '../decisions';
import type { StaticType } from '../static-type';
import { dateValue, describe, isTime } from '../value';
import type { CompareOperator, Formula, IntervalUnit, LiteralType } from '../world';
import { type Ingredients, isNumeric, numberLiteral, type PerField, WHOLE } from './ingredients';
import type { Random } from './random';
import type { Field } from './scope';

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
