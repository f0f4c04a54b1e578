import type {
  Aggregate,
  AggregateName,
  ArithmeticOperator,
  CompareOperator,
  Formula,
  LiteralType,
  Reference,
} from './world';

/** Short ways to write formulas by hand. */

/** `orders.amount`, or a bare name inside of a dimension. */
export function column(dotted: string): Reference {
  const parts = dotted.split('.');
  return { kind: 'reference', chain: parts.slice(0, -1), name: parts.at(-1) ?? '' };
}

export const literal = (type: LiteralType, text: string | null): Formula => ({ kind: 'literal', type, text });

/** An integer, or a decimal as soon as it has a point. */
export const number = (text: string | number): Formula =>
  literal(String(text).includes('.') ? 'decimal' : 'integer', String(text));
export const string = (text: string): Formula => literal('string', text);

export const arithmetic = (left: Formula, op: ArithmeticOperator, right: Formula): Formula => ({
  kind: 'arithmetic',
  op,
  left,
  right,
});
export const compare = (left: Formula, op: CompareOperator, right: Formula): Formula => ({
  kind: 'compare',
  op,
  left,
  right,
});
export const isNull = (of: Formula, negated = false): Formula => ({ kind: 'is_null', of, negated });
export const not = (of: Formula): Formula => ({ kind: 'not', of });
export const coalesce = (...of: Formula[]): Formula => ({ kind: 'coalesce', of });

export const metric = (name: string): Formula => ({ kind: 'metric', name });

export const aggregate = (
  fn: AggregateName,
  arg: Formula | string,
  more: Partial<Aggregate> = {},
): Aggregate => ({
  kind: 'aggregate',
  fn,
  args: [typeof arg === 'string' ? column(arg) : arg],
  ...more,
});

export const countRows = (dataset: string, filter?: Formula): Aggregate => ({
  kind: 'aggregate',
  fn: 'count_rows',
  dataset,
  args: [],
  ...(filter ? { filter } : {}),
});
