import type { Catalog } from '../model/catalog';
import type { Plan } from '../model/plan';
import type { BoundQuery } from './bound-query';
import { memberStep, perStep } from './entity-steps';
import { metricSteps } from './metric-steps';
import { type PlanScope, Steps } from './plan-scope';
import { tupleSteps } from './tuple-steps';
import { folded } from './unique-names';

/** What the parts of a new plan share. */
export function planScope(catalog: Catalog, query: BoundQuery): PlanScope {
  return {
    catalog,
    context: query.context,
    steps: new Steps(tableNames(catalog)),
    entities: { per: perStep, members: memberStep },
  };
}

/**
 * The plan of a question: its metrics by group, or without metrics the tuples of its dimensions.
 * @throws Failure when some part of the question has no one meaning.
 */
export function buildPlan(catalog: Catalog, query: BoundQuery): Plan {
  const scope = planScope(catalog, query);
  const answer = query.metrics.length ? metricSteps(scope, query, 'answer') : tupleSteps(scope, query);
  return { steps: scope.steps.all, answers: [answer.name] };
}

/** The question without its groups: totals are computed anew from the rows, never added up; having and limit do not touch them (semantics 38). */
export function totalsOf(query: BoundQuery): BoundQuery {
  return { ...query, by: [], having: [], order: [], limit: 1, limitIsAsked: true, offset: 0, totals: false };
}

const known = new WeakMap<Catalog, ReadonlySet<string>>();

/** The last parts of all table names, and every word of dataset queries: a step of that name would be read in the table's place. */
export function tableNames(catalog: Catalog): ReadonlySet<string> {
  const before = known.get(catalog);
  if (before) return before;
  const names = folded(
    [...catalog.datasets.values()].flatMap(({ source }) =>
      source.kind === 'table' ? source.table.slice(-1) : (source.sql.match(/\w+/g) ?? []),
    ),
  );
  known.set(catalog, names);
  return names;
}
