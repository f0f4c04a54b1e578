import type { Notice } from '../model/answer';
import type { Catalog } from '../model/catalog';
import type { Plan, PlanExpression, SelectStep } from '../model/plan';
import { INTEGER } from '../model/value-type';
import type { BoundQuery } from './bound-query';
import { type Branch, BranchScope, branchCondition } from './branch';
import { branchesOf } from './build';
import { allOf, anyOf, test } from './expressions';
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
  return branchesOf(query).flatMap((branch) => [
    ...withoutTime(catalog, query, branch),
    ...orphans(catalog, query, branch, hasNull),
  ]);
}

function countPlan(scope: BranchScope, where: PlanExpression | null): Plan {
  const step: SelectStep = {
    kind: 'select',
    name: 'rows',
    comment: 'how many rows a notice speaks of',
    from: scope.joins.from,
    joins: scope.joins.joins,
    where,
    groupBy: [],
    columns: [
      { name: 'rows', value: { kind: 'aggregate', fn: 'count_rows', args: [], filter: null, type: INTEGER } },
    ],
    order: [],
    limit: null,
    offset: null,
  };
  return { steps: [step] };
}

function withoutTime(catalog: Catalog, query: BoundQuery, branch: Branch): NoticeProbe[] {
  if (!query.period || !branch.time) return [];
  const scope = new BranchScope(catalog, { ...query, period: null }, branch);
  const missing = test('is_null', scope.row(branch.time));
  const plan = countPlan(scope, allOf([branchCondition(scope, branch), missing]));
  const time = branch.time.kind === 'reference' ? branch.time.to.name : 'time';
  return [
    {
      plan,
      notice: (rows) => ({
        code: 'PERIOD.ROWS_WITHOUT_TIME',
        message: `${rowsOf(rows)} of "${branch.home}" ${rows === 1 ? 'has' : 'have'} no "${time}" and ${rows === 1 ? 'is' : 'are'} outside of every period.`,
      }),
    },
  ];
}

/** Rows that point to a key which the joined dataset does not have. */
function orphans(
  catalog: Catalog,
  query: BoundQuery,
  branch: Branch,
  hasNull: (column: string) => boolean,
): NoticeProbe[] {
  return query.by.flatMap((by, i): NoticeProbe[] => {
    if (by.kind === 'time' || !hasNull(by.name)) return [];
    const seen = seenFrom(catalog, branch.home, by.dimension, 'by', branch.leaves[0]!.metric, `by[${i}]`);
    if (seen.kind !== 'reference' || seen.to.path.length === 0) return [];
    const scope = new BranchScope(catalog, query, branch);
    const condition = branchCondition(scope, branch);
    const links = seen.to.path.map((_, n) => scope.joins.dangling(seen.to.path.slice(0, n + 1)));
    const plan = countPlan(scope, allOf([condition, anyOf(links)]));
    return [
      {
        plan,
        notice: (rows) => ({
          code: 'JOIN.ORPHANS',
          message: `${rowsOf(rows)} of "${branch.home}" point${rows === 1 ? 's' : ''} to a row of "${seen.to.dataset}" that does not exist, and ${rows === 1 ? 'is' : 'are'} under the empty "${by.name}".`,
        }),
      },
    ];
  });
}
