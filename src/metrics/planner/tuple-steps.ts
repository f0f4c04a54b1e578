import { Failure } from '../../base/failure';
import type { Catalog, DimensionName } from '../model/catalog';
import { reach } from '../model/join-graph';
import type { OutputColumn, SelectStep } from '../model/plan';
import type { BoundQuery } from './bound-query';
import { BranchFields } from './branch-fields';
import { allOf } from './expressions';
import { type PlanScope, selectStep } from './plan-scope';
import { isReachable, seenFrom } from './reach';

/** A question without metrics: the distinct tuples of its dimensions, from the one coarsest dataset that reaches them all (semantics 45). */
export function tupleSteps(scope: PlanScope, query: BoundQuery): SelectStep {
  const { catalog } = scope;
  const dimensions = query.by.flatMap((b) =>
    b.target !== 'time' && !('entity' in b.target) ? [b.target] : [],
  );
  const home = homeOf(catalog, [...dimensions, ...(query.periodColumn ? [query.periodColumn] : [])]);
  const time = query.periodColumn
    ? seenFrom(catalog, home, query.periodColumn, { purpose: 'where', metric: home, path: 'period.column' })
    : null;
  const fields = new BranchFields(scope, query, { home, time, leaves: [] });
  const columns = query.by.map((b, i): OutputColumn => ({ name: b.name, value: fields.key(b, `by[${i}]`) }));
  return scope.steps.add(
    selectStep({
      name: scope.steps.name('answer'),
      comment: query.distinct ? `the different tuples of ${home}` : `the rows of ${home}`,
      from: fields.joins.from,
      where: allOf([fields.question(), fields.period()]),
      joins: fields.joins.joins,
      groupBy: query.distinct ? query.by.map((b) => b.name) : null,
      columns,
      order: query.order,
      limit: query.limit === null || query.limitIsAsked ? query.limit : query.limit + 1,
      offset: query.offset || null,
    }),
  );
}

/** Of the datasets that reach all the dimensions, the one that all the others reach. @throws Failure. */
export function homeOf(catalog: Catalog, dimensions: readonly DimensionName[]): string {
  const able = [...catalog.datasets.keys()].filter((home) =>
    dimensions.every((d) => isReachable(catalog, home, d)),
  );
  const coarsest = able.filter((home) =>
    able.every((other) => reach(catalog, other, [home]).kind === 'path'),
  );
  if (coarsest.length === 1) return coarsest[0]!;
  const names = dimensions.map((d) => `"${d.name}"`).join(', ');
  const message = able.length
    ? `${names} occur together in several datasets (${able.join(', ')}), which may give different tuples.`
    : `No dataset reaches ${names} together.`;
  throw new Failure('DIMENSION.UNREACHABLE', message, {
    path: 'by',
    hint: 'add a metric of the dataset that you mean',
  });
}
