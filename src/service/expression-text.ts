import { assertNever } from '../base/assert-never';
import type { Expression, LiteralValue } from '../metrics/model/expression';
import type { FieldReference, PlanAggregate, PlanExpression } from '../metrics/model/plan';
import type { ValueType } from '../metrics/model/value-type';

/** Calls that read better between their arguments. */
const INFIX: Readonly<Record<string, string>> = {
  and: 'and',
  or: 'or',
  eq: '=',
  ne: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  distinct_from: 'is distinct from',
  not_distinct_from: 'is not distinct from',
  add: '+',
  subtract: '-',
  multiply: '*',
  divide: '/',
  concat: '||',
  like: 'like',
};
const SUFFIX: Readonly<Record<string, string>> = {
  is_null: 'is null',
  is_not_null: 'is not null',
  is_true: 'is true',
  is_false: 'is false',
};
/** Calls that say nothing to a reader: the value as the table has it, and conversions of type. */
const SILENT = new Set(['read', 'cast']);

/** A plan's expression in the language of formulas, for `explain`; never parsed again. */
export const planExpressionText = (expression: PlanExpression): string => textOf(expression, fieldText);

/** An aggregate of a plan: `count_distinct(orders.customer_id) where orders.amount > 0`. */
export function planAggregateText(aggregate: PlanAggregate): string {
  const args = aggregate.args.map(planExpressionText);
  if (aggregate.fraction !== undefined) args.push(String(aggregate.fraction));
  const call = `${aggregate.fn}(${args.join(', ')})`;
  return aggregate.filter === null ? call : `${call} where ${planExpressionText(aggregate.filter)}`;
}

const fieldText = ({ alias, field }: FieldReference): string => `${alias}.${field}`;

function textOf<R>(expression: Expression<R>, referenceText: (to: R) => string): string {
  const inner = (child: Expression<R>): string => textOf(child, referenceText);
  switch (expression.kind) {
    case 'literal':
      return literalText(expression.value, expression.type);
    case 'reference':
      return referenceText(expression.to);
    case 'case': {
      const branches = expression.branches.map(
        ({ when, value }) => `when ${inner(when)} then ${inner(value)}`,
      );
      const otherwise = expression.otherwise === null ? '' : ` else ${inner(expression.otherwise)}`;
      return `case ${branches.join(' ')}${otherwise} end`;
    }
    case 'call':
      return callText(expression, inner);
    default:
      return assertNever(expression);
  }
}

function callText<R>(
  call: Extract<Expression<R>, { kind: 'call' }>,
  inner: (child: Expression<R>) => string,
): string {
  const { fn, args, option } = call;
  const [first] = args;
  if (first && args.length === 1 && SILENT.has(fn)) return inner(first);
  const infix = INFIX[fn];
  if (infix !== undefined) return args.map((arg) => grouped(arg, inner)).join(` ${infix} `);
  const suffix = SUFFIX[fn];
  if (suffix !== undefined && first) return `${grouped(first, inner)} ${suffix}`;
  if (fn === 'in' && first) return `${grouped(first, inner)} in (${args.slice(1).map(inner).join(', ')})`;
  if (fn === 'not' && first) return `not ${grouped(first, inner)}`;
  return `${fn}(${[...(option === undefined ? [] : [option]), ...args.map(inner)].join(', ')})`;
}

/** In parentheses when it is itself written with an operator. */
function grouped<R>(expression: Expression<R>, inner: (child: Expression<R>) => string): string {
  const text = inner(expression);
  const isOperator =
    expression.kind === 'call' &&
    (expression.fn in INFIX || expression.fn in SUFFIX || expression.fn === 'in');
  return isOperator ? `(${text})` : text;
}

function literalText(value: LiteralValue, type: ValueType): string {
  if (value === null) return 'null';
  const bare =
    typeof value !== 'string' || type.kind === 'integer' || type.kind === 'decimal' || type.kind === 'double';
  return bare ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
