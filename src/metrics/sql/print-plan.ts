import knex, { type Knex } from 'knex';
import type { Plan, PlanJoin, PlanStep, SelectStep, Source, UnionStep } from '../model/plan';
import type { Dialect } from './dialects/dialect';
import { dialectOf } from './dialects/registry';
import { formatSql } from './format-sql';
import {
  type Binding,
  type Fragment,
  identifier,
  joined,
  literally,
  sql,
  withQuestionMarks,
} from './fragment';
import { quoteTable } from './identifiers';
import { inWords } from './in-words';
import { printColumn, printExpression } from './print-expression';

/** Knex assembles statements in PostgreSQL's way, which all our dialects share; it never connects. */
const assembler: Knex = knex({ client: 'pg' });

export interface PrintedPlan {
  /** For the engine: values are bound, in order. */
  readonly statement: { readonly sql: string; readonly bindings: readonly Binding[] };
  /**
   * For people: values stand in the text, and conversions of zones, for which the engine gets tables of offsets, are written as its
   * own. Never executed.
   */
  readonly text: string;
}

/** The SQL of a plan: one common table expression per step, the last step as the statement itself. */
export function printPlan(plan: Plan, dialectName: string): PrintedPlan {
  const dialect = dialectOf(dialectName);
  const native = statementOf(plan, dialect).toSQL().toNative();
  return {
    statement: { sql: withQuestionMarks(native.sql), bindings: native.bindings as readonly Binding[] },
    get text() {
      const readable = statementOf(inWords(plan), dialect);
      return formatSql(withQuestionMarks(readable.toString()), dialect.formatterLanguage);
    },
  };
}

function statementOf(plan: Plan, dialect: Dialect): Knex.QueryBuilder {
  const statement = assembler.queryBuilder();
  plan.steps.forEach((step, i) => {
    if (i === plan.steps.length - 1) fill(statement, step, plan, dialect);
    else
      statement[withOf(step)](dialect.nameOf(step.name), fill(assembler.queryBuilder(), step, plan, dialect));
  });
  return statement;
}

/** What several steps read is computed once, whatever the engine thinks of it. */
const withOf = (step: PlanStep): 'with' | 'withMaterialized' =>
  step.kind === 'select' && step.shared ? 'withMaterialized' : 'with';

const raw = ({ sql: text, bindings }: Fragment): Knex.Raw => assembler.raw(text, bindings as Binding[]);

function fill(query: Knex.QueryBuilder, step: PlanStep, plan: Plan, dialect: Dialect): Knex.QueryBuilder {
  return step.kind === 'select' ? fillSelect(query, step, dialect) : fillUnion(query, step, plan, dialect);
}

function printSource(source: Source, { nameOf }: Dialect): Fragment {
  const alias = identifier(nameOf(source.alias));
  switch (source.kind) {
    case 'table':
      return sql`${literally(quoteTable(source.table))} as ${alias}`;
    case 'query':
      return sql`(${literally(source.sql)}) as ${alias}`;
    case 'step':
      return sql`${identifier(nameOf(source.step))} as ${alias}`;
  }
}

function printJoin({ source, on }: PlanJoin, dialect: Dialect): Fragment {
  const pairs = on.map(
    (pair) => sql`${printExpression(pair.left, dialect)} = ${printExpression(pair.right, dialect)}`,
  );
  return sql`left join ${printSource(source, dialect)} on ${joined(pairs, ' and ')}`;
}

function fillSelect(query: Knex.QueryBuilder, step: SelectStep, dialect: Dialect): Knex.QueryBuilder {
  const columns = joined(
    step.columns.map((c) => printColumn(c, step.from.alias, dialect)),
    ', ',
  );
  query.select(raw(columns)).from(raw(printSource(step.from, dialect)));
  for (const join of step.joins) {
    const { sql: text, bindings } = printJoin(join, dialect);
    query.joinRaw(text, bindings as Binding[]);
  }
  if (step.where) query.where(raw(printExpression(step.where, dialect)));
  // By position: a name could mean a source column, and a bound value printed twice is two different parameters.
  if (step.groupBy?.length)
    query.groupByRaw(
      step.groupBy.map((name) => String(step.columns.findIndex((c) => c.name === name) + 1)).join(', '),
    );
  for (const key of step.order) {
    // By position too: names that differ only in case are one name to some engines.
    const position = step.columns.findIndex((c) => c.name === key.column) + 1;
    query.orderByRaw(`${position} ${key.direction} nulls ${key.nulls}`);
  }
  if (step.limit !== null) query.limit(step.limit, { skipBinding: true });
  if (step.offset !== null) query.offset(step.offset, { skipBinding: true });
  return query;
}

/** An input without one of the columns gives NULL of the column's type there. */
function fillUnion(
  query: Knex.QueryBuilder,
  step: UnionStep,
  plan: Plan,
  dialect: Dialect,
): Knex.QueryBuilder {
  const { nameOf } = dialect;
  const inputs = step.inputs.map((name) => {
    const input = plan.steps.find((s) => s.name === name)!;
    const has = new Set(input.columns.map((c) => c.name));
    const columns = step.columns.map(
      (c) =>
        sql`${has.has(c.name) ? identifier(nameOf(name), nameOf(c.name)) : dialect.literal(null, c.type)} as ${identifier(nameOf(c.name))}`,
    );
    return assembler
      .queryBuilder()
      .select(raw(joined(columns, ', ')))
      .from(raw(identifier(nameOf(name))));
  });
  return query.unionAll(inputs);
}
