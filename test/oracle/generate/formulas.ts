import { arithmetic, number } from '../build';
import type { Formula } from '../world';
import { condition } from './formula-conditions';
import { type Ingredients, isNumeric, type Numeric, numberLiteral, WHOLE } from './ingredients';
import type { Random } from './random';
import type { Field } from './scope';

const ofField = (field: Field): Numeric => ({
  formula: field.reference,
  kind: field.type.kind === 'integer' || field.type.kind === 'decimal' ? field.type.kind : 'double',
  isRough: field.isRough,
  isHuge: field.isHuge,
});

const DIVISORS = ['2', '-2', '3', '4', '-7', '0'];

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
