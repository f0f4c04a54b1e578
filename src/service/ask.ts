import { Failure } from '../base/failure';
import { labelOf } from '../metrics/definitions/names';
import type { Answer, AnswerColumn, Notice, Value } from '../metrics/model/answer';
import type { Catalog } from '../metrics/model/catalog';
import { columnTypes, type Plan } from '../metrics/model/plan';
import type { Query } from '../metrics/model/query';
import type { ValueType } from '../metrics/model/value-type';
import { bindQuery } from '../metrics/planner/bind-query';
import type { BoundBy, BoundQuery } from '../metrics/planner/bound-query';
import { buildPlan, tableNames, totalsOf } from '../metrics/planner/build';
import { joinChoices } from '../metrics/planner/join-choices';
import { noticeProbes, statedNotices } from '../metrics/planner/notices';
import { planTogether } from '../metrics/planner/plan-together';
import { catalogFor } from '../metrics/serving/catalog-for';
import { dialectOf } from '../metrics/sql/dialects/registry';
import { printPlan } from '../metrics/sql/print-plan';
import { type Job, namesTaken, type Ran, type RunContext, runTogether } from './run-together';
import type { Explanation, SharedExplanation } from './tenet';

/** A question that has a plan, and the catalog that answers it. */
interface Asked {
  readonly catalog: Catalog;
  readonly bound: BoundQuery;
  readonly plan: Plan;
  readonly totals: Plan | null;
}

/** Answers a question: bind, plan, print, run, assemble. */
export async function answerQuery(query: Query, context: RunContext): Promise<Answer> {
  const [outcome] = await answerTogether([query], context);
  if (outcome!.status === 'rejected') throw outcome!.reason;
  return outcome!.value;
}

/**
 * Answers the questions of one operation: at one moment, in as few statements as pay, each as if it were alone. A question that is
 * refused or fails touches no other.
 */
export async function answerTogether(
  queries: readonly Query[],
  context: RunContext,
): Promise<readonly PromiseSettledResult<Answer>[]> {
  const clock = new Date().toISOString();
  const planned = queries.map((query) => settled(() => plannedQuestion(context.catalog, query, clock)));
  const jobs = planned.flatMap((outcome, owner) =>
    outcome.status === 'rejected' ? [] : jobsOf(outcome.value, owner),
  );
  const ran = await runTogether(jobs, context);
  return planned.map((outcome, owner) => {
    if (outcome.status === 'rejected') return outcome;
    const own = ran.filter((_, place) => jobs[place]!.owner === owner);
    const failed = own.find((each) => each.status === 'rejected');
    if (failed) return failed;
    const [rows, totals] = own.map((each) => (each as PromiseFulfilledResult<Ran>).value);
    return { status: 'fulfilled', value: answerOf(outcome.value, rows!, totals ?? null, context) };
  });
}

function settled<T>(make: () => T): PromiseSettledResult<T> {
  try {
    return { status: 'fulfilled', value: make() };
  } catch (reason) {
    return { status: 'rejected', reason };
  }
}

function plannedQuestion(present: Catalog, query: Query, clock: string): Asked {
  const catalog = catalogFor(present, query);
  const bound = bindQuery(catalog, query, clock);
  const plan = buildPlan(catalog, bound);
  return { catalog, bound, plan, totals: bound.totals ? buildPlan(catalog, totalsOf(bound)) : null };
}

const jobsOf = ({ catalog, bound, plan, totals }: Asked, owner: number): readonly Job[] =>
  [plan, ...(totals ? [totals] : [])].map((each) => ({
    plan: each,
    catalog,
    zone: bound.context.zone,
    owner,
  }));

function answerOf(
  { catalog, bound, plan }: Asked,
  { result, sql }: Ran,
  totals: Ran | null,
  context: RunContext,
): Answer {
  const limit = bound.limit ?? result.rowCount;
  const truncated = !bound.limitIsAsked && result.rowCount > limit;
  const data = truncated ? result.columns.map((c) => c.slice(0, limit)) : result.columns;
  const columns = columnsOf(bound, plan);
  return {
    columns,
    data,
    truncated,
    rowCount: truncated ? limit : result.rowCount,
    totals: totals && [...bound.by.map(() => null), ...totals.result.columns.map((c) => c[0] ?? null)],
    get sql() {
      return sql();
    },
    notices: () => noticesOf(bound, columns, data, truncated, { ...context, catalog }),
  };
}

/** How a question would be answered by itself, without its totals. */
export function explainQuery(query: Query, present: Catalog, dialect: string): Explanation {
  const { catalog, plan: built } = plannedQuestion(present, query, new Date().toISOString());
  const [statement] = planTogether(tableNames(catalog), [built], dialectOf(dialect).traits);
  return explanationOf(statement!.plan, catalog, dialect);
}

/** Only what is looked at is made: to lay SQL out for people takes ten times as long as to print it. */
function explanationOf(plan: Plan, catalog: Catalog, dialect: string): Explanation {
  return {
    plan,
    get joins() {
      return joinChoices(plan, catalog);
    },
    get sql() {
      return printPlan(plan, dialect).text;
    },
    get statement() {
      return printPlan(plan, dialect).statement;
    },
  };
}

/**
 * How the questions of one operation would be answered: its statements, and which answers each of them gives.
 * @throws Failure of the first question that is refused.
 */
export function explainTogether(
  queries: readonly Query[],
  catalog: Catalog,
  dialect: string,
): readonly SharedExplanation[] {
  const clock = new Date().toISOString();
  const jobs = queries.flatMap((query, owner) => jobsOf(plannedQuestion(catalog, query, clock), owner));
  const zones = [...new Set(jobs.map((job) => job.zone))];
  return zones.flatMap((zone) => {
    const own = jobs.filter((job) => job.zone === zone);
    const plans = own.map((job) => job.plan);
    const taken = namesTaken(own);
    return planTogether(taken, plans, dialectOf(dialect).traits).map(({ plan, parts }) => {
      const answers = parts.map(({ plan: place }) => ({
        question: own[place]!.owner,
        part: own[place - 1]?.owner === own[place]!.owner ? ('totals' as const) : ('rows' as const),
      }));
      return Object.assign(explanationOf(plan, catalog, dialect), { answers });
    });
  });
}

function columnsOf(bound: BoundQuery, plan: Plan): readonly AnswerColumn[] {
  const types = columnTypes(plan.steps.at(-1)!);
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
  context: RunContext,
): Promise<readonly Notice[]> {
  const values = (name: string): readonly Value[] => data[columns.findIndex((c) => c.name === name)] ?? [];
  const hasNull = (name: string): boolean => values(name).includes(null);
  const probes = noticeProbes(context.catalog, bound, hasNull);
  const zone = bound.context.zone;
  const jobs = probes.map(({ plan }, owner): Job => ({ plan, catalog: context.catalog, zone, owner }));
  const ran = await runTogether(jobs, context);
  const counted = ran.map((outcome, i) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    const rows = Number(outcome.value.result.columns[0]?.[0] ?? 0);
    return rows > 0 ? [probes[i]!.notice(rows)] : [];
  });
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
