import type { Decisions } from './decisions';
import {
  absolute,
  add,
  divide,
  floor,
  fromDouble,
  isZero,
  multiply,
  negate,
  type Rational,
  rational,
  roundHalfAway,
  subtract,
  toDouble,
  truncate,
  ZERO,
} from './rational';
import { exact, inexact, integer, isNumber, type NumberValue, type Value } from './value';
import type { ArithmeticOperator } from './world';

const isWhole = (value: NumberValue): boolean => value.reach === 0 && value.is.d === 1n;

/** A result of + − * and sums: exact between integers and decimals, a double as soon as one operand is a double. */
export function combine(is: Rational, operands: readonly NumberValue[], decisions: Decisions): NumberValue {
  if (operands.some((operand) => operand.reach > 0)) return inexact(is, ...operands);
  return exact(decisions.exactNumbers ? is : fromDouble(toDouble(is)));
}

function quotient(a: NumberValue, b: NumberValue, decisions: Decisions): Value {
  if (isZero(b.is)) return decisions.zeroDivisorIsNull ? null : inexact(ZERO);
  const is = divide(a.is, b.is);
  if (!decisions.trueDivision && isWhole(a) && isWhole(b)) return integer(truncate(is));
  const cents = !decisions.divisionIsDouble && a.reach === 0 && b.reach === 0 && !(isWhole(a) && isWhole(b));
  // A divisor's own error grows with the quotient, so what the operands reached is carried over in proportion.
  const carried = {
    ...a,
    reach: (Math.max(a.reach, 0) + Math.abs(toDouble(is)) * b.reach) / Math.abs(toDouble(b.is)),
  };
  return cents ? exact(roundHalfAway(is, 2)) : inexact(is, carried);
}

/** `a op b`; NULL in, NULL out; `/` is a double and NULL on a zero divisor. */
export function arithmetic(op: ArithmeticOperator, left: Value, right: Value, decisions: Decisions): Value {
  const [a, b] = decisions.nullArithmetic ? [left, right] : [left ?? integer(0), right ?? integer(0)];
  if (a === null || b === null) return null;
  if (!isNumber(a) || !isNumber(b)) throw new TypeError(`"${op}" needs numbers`);
  switch (op) {
    case '+':
      return combine(add(a.is, b.is), [a, b], decisions);
    case '-':
      return combine(subtract(a.is, b.is), [a, b], decisions);
    case '*':
      return combine(multiply(a.is, b.is), [a, b, scaled(a, b)], decisions);
    case '/':
      return quotient(a, b, decisions);
  }
}

/** What an error of one factor becomes in the product. */
function scaled(a: NumberValue, b: NumberValue): NumberValue {
  const reach = Math.max(a.reach * Math.abs(toDouble(b.is)), b.reach * Math.abs(toDouble(a.is)));
  return { kind: 'number', is: ZERO, reach };
}

export function negated(value: Value): Value {
  return isNumber(value) ? { ...value, is: negate(value.is) } : null;
}

export function magnitude(value: Value): Value {
  return isNumber(value) ? { ...value, is: absolute(value.is) } : null;
}

function roundHalfEven(is: Rational, places: number): Rational {
  const unit = rational(10n ** BigInt(places));
  const scaledUp = multiply(is, unit);
  const below = floor(scaledUp);
  const rest = subtract(scaledUp, rational(below));
  const isHalf = rest.n * 2n === rest.d;
  const up = isHalf ? below % 2n !== 0n : rest.n * 2n > rest.d;
  return divide(rational(up ? below + 1n : below), unit);
}

/** The whole number at or below, or at or above. */
export function whole(fn: 'floor' | 'ceil', value: Value): Value {
  if (!isNumber(value)) return null;
  const is = rational(fn === 'floor' ? floor(value.is) : -floor(negate(value.is)));
  return { ...value, is };
}

export function rounded(value: Value, places: number, decisions: Decisions): Value {
  if (!isNumber(value)) return null;
  return {
    ...value,
    is: decisions.roundHalfAway ? roundHalfAway(value.is, places) : roundHalfEven(value.is, places),
  };
}

/** Whole division toward zero, and its rest with the sign of the dividend; NULL on a zero divisor. */
export function wholeDivision(fn: 'div' | 'mod', a: Value, b: Value, { divTruncates }: Decisions): Value {
  if (!isNumber(a) || !isNumber(b) || isZero(b.is)) return null;
  const quotient = divide(a.is, b.is);
  const whole = divTruncates ? truncate(quotient) : floor(quotient);
  return fn === 'div' ? integer(whole) : exact(subtract(a.is, multiply(rational(whole), b.is)));
}
