import { arithmetic, literal, number, string } from '../build';
import type { StaticType } from '../static-type';
import type { CompareOperator, Formula, LiteralType } from '../world';
import type { Pools } from './pools';
import type { Random } from './random';
import type { Field } from './scope';

/** What a formula may be made of. */
export interface Ingredients {
  readonly random: Random;
  readonly pools: Pools;
  readonly fields: readonly Field[];
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
      return literal('timestamp', random.pick(pools.walls));
    case 'instant':
      return literal('timestamptz', random.pick(pools.instants));
    case 'integer':
      return number(random.pick(WHOLE));
    default:
      return numberLiteral(random).formula;
  }
}

const LITERAL_KINDS: readonly (StaticType['kind'] | LiteralType)[] = ['boolean', 'string'];

/** One test of one field: comparisons, lists, NULL tests, truth tests. */
function simpleCondition(from: Ingredients): Formula {
  const { random } = from;
  const field = random.pick(from.fields.filter((each) => !each.isRough));
  const of = field.reference;
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
