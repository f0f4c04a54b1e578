import { assertNever } from '../../base/assert-never';
import type { OutputColumn, PlanAggregate, PlanExpression, PlanPosition } from '../model/plan';
import type { Dialect } from './dialects/dialect';
import { type Fragment, identifier, joined, sql, trusted } from './fragment';

export function printExpression(e: PlanExpression, dialect: Dialect): Fragment {
  switch (e.kind) {
    case 'literal':
      return dialect.literal(e.value, e.type);
    case 'reference':
      return identifier(dialect.nameOf(e.to.alias), dialect.nameOf(e.to.field));
    case 'call':
      return dialect.functions[e.fn](
        e.args.map((a) => printExpression(a, dialect)),
        e,
      );
    case 'case': {
      const branches = e.branches.map(
        (b) => sql`when ${printExpression(b.when, dialect)} then ${printExpression(b.value, dialect)}`,
      );
      return e.otherwise
        ? sql`case ${joined(branches, ' ')} else ${printExpression(e.otherwise, dialect)} end`
        : sql`case ${joined(branches, ' ')} end`;
    }
    default:
      return assertNever(e);
  }
}

function printAggregate(a: PlanAggregate, dialect: Dialect): Fragment {
  const value = dialect.aggregates[a.fn](
    a.args.map((arg) => printExpression(arg, dialect)),
    a,
  );
  return dialect.finished(printFiltered(value, a, dialect), a);
}

function printFiltered(value: Fragment, a: PlanAggregate, dialect: Dialect): Fragment {
  return a.filter ? sql`${value} filter (where ${printExpression(a.filter, dialect)})` : value;
}

function printPosition({ order }: PlanPosition, from: string, { nameOf }: Dialect): Fragment {
  const keys = order.map(
    ({ column, direction, nulls }) =>
      sql`${identifier(nameOf(from), nameOf(column))} ${trusted(`${direction} nulls ${nulls}`)}`,
  );
  return keys.length ? sql`row_number() over (order by ${joined(keys, ', ')})` : trusted('1');
}

/** A column of a step under its name; `from` is the alias of what the step reads. */
export function printColumn({ name, value }: OutputColumn, from: string, dialect: Dialect): Fragment {
  return sql`${printValue(value, from, dialect)} as ${identifier(dialect.nameOf(name))}`;
}

function printValue(value: OutputColumn['value'], from: string, dialect: Dialect): Fragment {
  switch (value.kind) {
    case 'aggregate':
      return printAggregate(value, dialect);
    case 'position':
      return printPosition(value, from, dialect);
    default:
      return printExpression(value, dialect);
  }
}
