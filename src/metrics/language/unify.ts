import { DOUBLE, decimal, isNumeric, isTemporal, type Type, type ValueType } from '../model/value-type';

/** The type of an argument as a rule sees it: a bare literal such as `'2024-01-31'` takes the type of its neighbour. */
export interface Argument {
  readonly type: ValueType;
  readonly literal: boolean;
}

/** An integer seen as a decimal; 38 digits hold 128-bit sums as far as engines allow. */
export function asDecimal(type: ValueType): Type<'decimal'> | null {
  if (type.kind === 'decimal') return type;
  if (type.kind !== 'integer') return null;
  return decimal(type.bits === 32 ? 10 : type.bits === 64 ? 19 : 38, 0);
}

const widest = (a: Type<'integer'>, b: Type<'integer'>): Type<'integer'> => (a.bits >= b.bits ? a : b);

function unifyNumbers(a: ValueType, b: ValueType): ValueType | null {
  if (a.kind === 'integer' && b.kind === 'integer') return widest(a, b);
  if (a.kind === 'double' || b.kind === 'double') return DOUBLE;
  const left = asDecimal(a);
  const right = asDecimal(b);
  if (!left || !right) return null;
  const scale = Math.max(left.scale, right.scale);
  const whole = Math.max(left.precision - left.scale, right.precision - right.scale);
  return decimal(Math.min(38, whole + scale), scale);
}

const TEMPORAL_ORDER = ['date', 'timestamp', 'timestamptz'];

/** The one type that values of both types can be compared in, or null. Dates widen to timestamps at local midnight. */
export function unify(a: Argument, b: Argument): ValueType | null {
  if (a.type.kind === 'null') return b.type;
  if (b.type.kind === 'null') return a.type;
  if (a.literal && a.type.kind === 'string' && b.type.kind !== 'string') return b.type;
  if (b.literal && b.type.kind === 'string' && a.type.kind !== 'string') return a.type;
  if (isNumeric(a.type) && isNumeric(b.type)) return unifyNumbers(a.type, b.type);
  if (isTemporal(a.type) && isTemporal(b.type)) {
    return TEMPORAL_ORDER.indexOf(a.type.kind) >= TEMPORAL_ORDER.indexOf(b.type.kind) ? a.type : b.type;
  }
  return a.type.kind === b.type.kind ? a.type : null;
}

/** `unify` over a list; null when any two do not fit, the null type when there is nothing but NULL. */
export function unifyAll(args: readonly Argument[]): ValueType | null {
  const [first, ...rest] = [...args].sort((a, b) => Number(a.literal) - Number(b.literal));
  if (!first) return null;
  return rest.reduce<ValueType | null>(
    (type, arg) => (type === null ? null : unify({ type, literal: first.literal }, arg)),
    first.type,
  );
}
