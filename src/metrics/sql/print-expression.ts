import { assertNever } from '../../base/assert-never';
import type { OutputColumn, PlanAggregate, PlanExpression } from '../model/plan';
import type { Dialect } from './dialects/dialect';
import { type Fragment, identifier, joined, sql } from './fragment';

export function printExpression(e: PlanExpression, dialect: Dialect): Fragment {
  switch (e.kind) {
    case 'literal':
      return dialect.literal(e.value, e.type);
    case 'reference':
      return identifier(e.to.alias, e.to.field);
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
  return a.filter ? sql`${value} filter (where ${printExpression(a.filter, dialect)})` : value;
}

/** A column of a step under its name. */
export function printColumn({ name, value }: OutputColumn, dialect: Dialect): Fragment {
  const printed =
    value.kind === 'aggregate' ? printAggregate(value, dialect) : printExpression(value, dialect);
  return sql`${printed} as ${identifier(name)}`;
}
