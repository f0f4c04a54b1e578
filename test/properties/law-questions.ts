import type { DimensionName } from '../../src/metrics/model/catalog';
import { reach } from '../../src/metrics/model/join-graph';
import type { Query } from '../../src/metrics/model/query';
import { legalDimensions } from '../../src/metrics/planner/reach';
import { about, ask, type LawWorld } from './law-worlds';

export const bysOf = ({ by = [] }: Query): number => by.length;

/** The question for one of its metrics alone. */
export function aboutOnly(question: Query, metric: string): Query {
  const where = (question.where ?? []).flatMap((condition) => {
    if (!condition.onlyFor) return [condition];
    return condition.onlyFor.includes(metric) ? [{ ...condition, onlyFor: [metric] }] : [];
  });
  return { ...question, metrics: [metric], where };
}

/** Dimensions that the question can be filtered by: all its metrics see them, and its zone says what they mean. */
export function sharedDimensions({ opened }: LawWorld, { metrics, zone }: Query): readonly string[] {
  const isClear = ({ dimension: { type } }: DimensionName): boolean =>
    zone === undefined || type.kind !== 'timestamp' || type.zone !== null;
  const [first = [], ...others] = metrics.map((metric) =>
    legalDimensions(opened.tenet.catalog, metric)
      .filter(isClear)
      .map(({ name }) => name),
  );
  return first.filter((name) => others.every((names) => names.includes(name)));
}

/**
 * Dimensions whose values a filter of the question reads as the answer writes them. A wall time without an offset is one of the
 * question's zone in a filter, and one of the column's zone in a group.
 */
export function comparableDimensions(law: LawWorld, question: Query): readonly string[] {
  const { catalog } = law.opened.tenet;
  const zone = question.zone ?? catalog.company.zone;
  const foreign = new Set(
    legalDimensions(catalog, question.metrics[0] ?? '')
      .filter(({ dimension: { type } }) => type.kind === 'timestamp' && (type.zone ?? zone) !== zone)
      .map(({ name }) => name),
  );
  return sharedDimensions(law, question).filter((name) => !foreign.has(name));
}

export const withoutSegments = ({ segments, ...question }: Query): Query => question;

export const anyOf = <T>(items: readonly T[], seed: number): T | undefined =>
  items[seed % Math.max(1, items.length)];

/** The company with questions about metrics whose rows lead to an entity of another dataset. */
export const leadingTo = (law: LawWorld, entity: string): LawWorld =>
  about(law, ({ leaves }) =>
    leaves.every(
      ({ home }) => home !== entity && reach(law.opened.tenet.catalog, home, [entity]).kind === 'path',
    ),
  );

/** A metric's value over no rows; undefined where it has no dimension that a filter could name. */
export async function valueOverNothing(law: LawWorld, metric: string): Promise<unknown> {
  const [dimension] = sharedDimensions(law, { metrics: [metric] });
  if (dimension === undefined) return undefined;
  const answer = await ask(law.opened, { metrics: [metric], where: [{ dimension, in: [] }] });
  return answer?.rows[0]?.[0];
}

/** A metric that is one sum or count whose parts add up to the whole, and the digits behind its point. */
export function additive({ opened }: LawWorld, name: string): { readonly scale: number } | null {
  const metric = opened.tenet.catalog.metrics.get(name);
  const leaf = metric?.leaves[0];
  if (metric?.formula.kind !== 'reference' || !leaf || !['sum', 'count'].includes(leaf.aggregate))
    return null;
  if (leaf.empty !== null && leaf.empty !== '0') return null;
  if (metric.type.kind === 'integer') return { scale: 0 };
  return metric.type.kind === 'decimal' ? { scale: metric.type.scale } : null;
}
