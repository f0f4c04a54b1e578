import type { Temporal } from 'temporal-polyfill';
import type { Notice, Value } from '../model/answer';
import type { Catalog } from '../model/catalog';
import { isFinerThanDay } from '../model/grain';
import type { Plan, PlanExpression } from '../model/plan';
import { INTEGER } from '../model/value-type';
import type { Branch } from './asked-leaf';
import { coarsestGrain, momentOf } from './bind-period';
import type { BoundQuery } from './bound-query';
import { branchCondition } from './branch';
import { BranchFields } from './branch-fields';
import { bucketOf } from './buckets';
import { planScope } from './build';
import { allOf, anyOf, test } from './expressions';
import { branchesOf } from './metric-steps';
import { type PlanScope, selectStep } from './plan-scope';
import { seenFrom } from './reach';

/** A question on the side: how many rows does the notice speak of? Zero = no notice. */
export interface NoticeProbe {
  readonly plan: Plan;
  readonly notice: (rows: number) => Notice;
}

const rowsOf = (rows: number): string => (rows === 1 ? '1 row' : `${rows} rows`);

/**
 * What the answer leaves out or puts under NULL: rows without a time (semantics 28), rows whose key exists nowhere (semantics 9).
 * `hasNull` says which columns of the answer hold NULL; the others need no look.
 */
export function noticeProbes(
  catalog: Catalog,
  query: BoundQuery,
  hasNull: (column: string) => boolean,
): readonly NoticeProbe[] {
  if (query.metrics.length === 0) return [];
  return branchesOf(query).flatMap((branch) => [
    ...withoutTime(catalog, query, branch),
    ...orphans(catalog, query, branch, hasNull),
  ]);
}

/** Notices that need no look at the data: conditions that are not for all metrics. */
export function statedNotices(
  query: BoundQuery,
  values: (column: string) => readonly Value[],
): readonly Notice[] {
  return [
    ...onlyForNotices(query),
    ...partialNotices(query, values),
    ...naiveNotices(query),
    ...totalNotices(query),
  ];
}

function onlyForNotices(query: BoundQuery): Notice[] {
  return [...query.onlyFor].map(([metric, conditions]) => ({
    code: 'FILTER.ONLY_FOR',
    message: `${conditions.length === 1 ? 'One condition is' : `${conditions.length} conditions are`} for "${metric}" only.`,
  }));
}

/** Buckets of the answer that the period cuts, or that are still running at its end (semantics 29). */
function partialNotices(
  { by, period, context }: BoundQuery,
  values: (column: string) => readonly Value[],
): Notice[] {
  const grain = coarsestGrain(by);
  const column = by.find((b) => b.target === 'time' && b.grain === grain);
  if (!grain || !column) return [];
  const isFine = isFinerThanDay(grain);
  const present = new Set(values(column.name).map((v) => (isFine ? Date.parse(String(v)) : v)));
  const starts = new Set<string>();
  const cut = (moment: Temporal.ZonedDateTime): void => {
    const start = bucketOf(moment, grain, context);
    if (
      start.equals(moment) ||
      !present.has(isFine ? start.epochMilliseconds : start.toPlainDate().toString())
    )
      return;
    starts.add(isFine ? start.toInstant().toString() : start.toPlainDate().toString());
  };
  for (const end of [period?.from, period?.to]) if (end) cut(momentOf(end, context));
  const now = momentOf(context.now, context);
  if (!period?.to || momentOf(period.to, context).epochMilliseconds > now.epochMilliseconds) cut(now);
  const list = [...starts].join(', ');
  if (!list) return [];
  const message = `Not a whole ${grain}: ${list}. Set \`complete\` to leave such buckets out.`;
  return [{ code: 'PERIOD.PARTIAL_BUCKETS', message }];
}

/** Wall times without a zone cannot tell the two hours apart that one autumn night has (semantics 24). */
function naiveNotices(query: BoundQuery): Notice[] {
  if (!query.by.some((b) => b.target === 'time' && b.grain && isFinerThanDay(b.grain))) return [];
  const homes = new Set(
    query.metrics.flatMap((m) =>
      m.leaves.filter((l) => l.time?.type.kind === 'timestamp').map((l) => l.home),
    ),
  );
  return [...homes].map((home) => ({
    code: 'TIME.WALL_CLOCK',
    message: `The time of "${home}" is a wall clock without offset: the hour that comes twice in autumn is one bucket.`,
  }));
}

/** Totals know nothing of having, limit and offset (semantics 38). */
function totalNotices(query: BoundQuery): Notice[] {
  const hides = query.having.length > 0 || query.offset > 0 || query.limitIsAsked;
  return query.totals && hides && query.by.length > 0
    ? [
        {
          code: 'TOTAL.COVERS_MORE_ROWS',
          message: 'The totals are over all rows, also those that `having`, `limit` or `offset` hide.',
        },
      ]
    : [];
}

function countPlan(scope: PlanScope, fields: BranchFields, where: PlanExpression | null): Plan {
  const { name } = scope.steps.add(
    selectStep({
      name: scope.steps.name('rows'),
      comment: 'how many rows a notice speaks of',
      from: fields.joins.from,
      joins: fields.joins.joins,
      where,
      groupBy: [],
      columns: [
        {
          name: 'rows',
          value: { kind: 'aggregate', fn: 'count_rows', args: [], filter: null, type: INTEGER },
        },
      ],
    }),
  );
  return { steps: scope.steps.all, answers: [name] };
}

function withoutTime(catalog: Catalog, query: BoundQuery, branch: Branch): NoticeProbe[] {
  if (!query.period || branch.time?.kind !== 'reference') return [];
  const scope = planScope(catalog, query);
  const fields = new BranchFields(scope, { ...query, period: null }, branch);
  const missing = test('is_null', fields.row(branch.time));
  const plan = countPlan(scope, fields, allOf([branchCondition(fields, branch), missing]));
  const time = branch.time.to.kind === 'per' ? 'time' : branch.time.to.name;
  const notice = (rows: number): Notice => ({
    code: 'PERIOD.ROWS_WITHOUT_TIME',
    message: `${rowsOf(rows)} of "${branch.home}" ${rows === 1 ? 'has' : 'have'} no "${time}" and ${rows === 1 ? 'is' : 'are'} outside of every period.`,
  });
  return [{ plan, notice }];
}

/** Rows that point to a key which the joined dataset does not have. */
function orphans(
  catalog: Catalog,
  query: BoundQuery,
  branch: Branch,
  hasNull: (column: string) => boolean,
): NoticeProbe[] {
  return query.by.flatMap((by, i): NoticeProbe[] => {
    if (by.target === 'time' || 'entity' in by.target || !hasNull(by.name)) return [];
    const { metric } = branch.leaves[0]!;
    const seen = seenFrom(catalog, branch.home, by.target, { purpose: 'by', metric, path: `by[${i}]` });
    if (seen.kind !== 'reference' || seen.to.path.length === 0) return [];
    const { path, dataset } = seen.to;
    const scope = planScope(catalog, query);
    const fields = new BranchFields(scope, query, branch);
    const condition = branchCondition(fields, branch);
    const links = path.map((_, n) => fields.joins.dangling(path.slice(0, n + 1)));
    const plan = countPlan(scope, fields, allOf([condition, anyOf(links)]));
    const notice = (rows: number): Notice => ({
      code: 'JOIN.ORPHANS',
      message: `${rowsOf(rows)} of "${branch.home}" point${rows === 1 ? 's' : ''} to a row of "${dataset}" that does not exist, and ${rows === 1 ? 'is' : 'are'} under the empty "${by.name}".`,
    });
    return [{ plan, notice }];
  });
}
