import { Failure } from '../base/failure';
import type { Engine } from '../engines/engine';
import { labelOf } from '../metrics/definitions/names';
import type { Answer, AnswerColumn, Notice, Value } from '../metrics/model/answer';
import type { Catalog } from '../metrics/model/catalog';
import type { Plan } from '../metrics/model/plan';
import type { Query } from '../metrics/model/query';
import type { ValueType } from '../metrics/model/value-type';
import { bindQuery } from '../metrics/planner/bind-query';
import type { BoundBy, BoundQuery } from '../metrics/planner/bound-query';
import { buildPlan, totalsOf } from '../metrics/planner/build';
import { joinChoices } from '../metrics/planner/join-choices';
import { noticeProbes, statedNotices } from '../metrics/planner/notices';
import { printPlan } from '../metrics/sql/print-plan';
import type { AskOptions, Explanation } from './tenet';

export interface AskContext {
  readonly catalog: Catalog;
  readonly engine: Engine;
  readonly options: AskOptions;
}

/** Answers a question: bind, plan, print, run, assemble. */
export async function answerQuery(query: Query, context: AskContext): Promise<Answer> {
  const { catalog, engine } = context;
  const bound = bindQuery(catalog, query, new Date().toISOString());
  const plan = buildPlan(catalog, bound);
  const printed = printPlan(plan, engine.dialect);
  const [result, totals] = await Promise.all([
    run(plan, bound, context),
    bound.totals ? run(buildPlan(catalog, totalsOf(bound)), bound, context) : null,
  ]);
  const limit = bound.limit ?? result.rowCount;
  const truncated = !bound.limitIsAsked && result.rowCount > limit;
  const data = truncated ? result.columns.map((c) => c.slice(0, limit)) : result.columns;
  const columns = columnsOf(bound, plan);
  return {
    columns,
    data,
    truncated,
    rowCount: truncated ? limit : result.rowCount,
    totals: totals && [...bound.by.map(() => null), ...totals.columns.map((c) => c[0] ?? null)],
    get sql() {
      return printed.text;
    },
    notices: () => noticesOf(bound, columns, data, truncated, context),
  };
}

/** How a question would be answered. */
export function explainQuery(query: Query, catalog: Catalog, dialect: string): Explanation {
  const plan = buildPlan(catalog, bindQuery(catalog, query, new Date().toISOString()));
  return { plan, joins: joinChoices(plan, catalog), sql: printPlan(plan, dialect).text };
}

const typesOf = (plan: Plan): readonly ValueType[] => {
  const answer = plan.steps.at(-1)!;
  return answer.kind === 'select'
    ? answer.columns.map((c) => c.value.type)
    : answer.columns.map((c) => c.type);
};

export async function run(
  plan: Plan,
  bound: BoundQuery,
  { catalog, engine, options }: AskContext,
): ReturnType<Engine['run']> {
  return engine.run(printPlan(plan, engine.dialect).statement, typesOf(plan), {
    deadlineMs: options.deadlineMs ?? catalog.company.limits.deadlineMs,
    zone: bound.context.zone,
    ...(options.signal ? { signal: options.signal } : {}),
  });
}

function columnsOf(bound: BoundQuery, plan: Plan): readonly AnswerColumn[] {
  const types = typesOf(plan);
  return [
    ...bound.by.map((by, i) => byColumn(by, types[i]!)),
    ...bound.metrics.map(
      (m): AnswerColumn => ({
        name: m.name,
        label: m.label,
        role: 'METRIC',
        type: m.type,
        unit: m.unit,
        format: m.format,
        grain: null,
        source: m.name,
      }),
    ),
  ];
}

function byColumn(by: BoundBy, type: ValueType): AnswerColumn {
  const common = { name: by.name, type, unit: null, format: null, grain: by.grain };
  const bucket = by.grain ?? by.part;
  if (by.target === 'time' || 'entity' in by.target) {
    return { ...common, label: labelOf(bucket ?? 'time'), role: 'TIME', source: null };
  }
  const { name, dimension } = by.target;
  return { ...common, label: dimension.label, role: 'DIMENSION', source: name };
}

async function noticesOf(
  bound: BoundQuery,
  columns: readonly AnswerColumn[],
  data: readonly (readonly Value[])[],
  truncated: boolean,
  context: AskContext,
): Promise<readonly Notice[]> {
  const values = (name: string): readonly Value[] => data[columns.findIndex((c) => c.name === name)] ?? [];
  const hasNull = (name: string): boolean => values(name).includes(null);
  const probes = noticeProbes(context.catalog, bound, hasNull);
  const counted = await Promise.all(
    probes.map(async ({ plan, notice }) => {
      const result = await run(plan, bound, context);
      const rows = Number(result.columns[0]?.[0] ?? 0);
      return rows > 0 ? [notice(rows)] : [];
    }),
  );
  const cut: Notice[] = truncated
    ? [
        {
          code: 'ROWS.TRUNCATED',
          message: `More than ${bound.limit} rows; the rest is left out. Set \`limit\` to see more, or ask for less.`,
        },
      ]
    : [];
  const all = [...cut, ...statedNotices(bound, values), ...counted.flat()];
  return [...new Map(all.map((n) => [n.message, n])).values()];
}

/** @throws Failure when the question needs a catalog and there is none. */
export function requireCatalog(catalog: Catalog | null): Catalog {
  if (catalog) return catalog;
  throw new Failure('COMPANY.MISSING', 'The definitions have no valid company.yaml.', {
    family: 'environment',
    hint: 'create definitions/company.yaml with `zone:`',
  });
}
