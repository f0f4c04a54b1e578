import { nearest } from '../../base/did-you-mean';
import { Failure } from '../../base/failure';
import { shorten } from '../../base/plain-text';
import { parseTemporal } from '../language/literals';
import type { Catalog, Metric, Segment } from '../model/catalog';
import type { Condition, Query } from '../model/query';
import { isTemporal, typeName } from '../model/value-type';
import { bindBys } from './bind-by';
import { bindHaving, bindRowCondition } from './bind-conditions';
import { orderKeys } from './bind-order';
import { bindPeriod } from './bind-period';
import type { BoundBy, BoundQuery, RowCondition } from './bound-query';
import { isZone } from './calendar';
import { findDimension } from './find-dimension';
import { findMetric } from './find-metric';
import type { LowerContext } from './lower';
import { refuseLargePlan, refuseLargeQuestion } from './question-limits';

/**
 * Looks up every name of a question and checks its shape. `clock` is the moment of the question when neither it nor the company
 * fixes one.
 * @throws Failure with the path of the part that is wrong.
 */
export function bindQuery(catalog: Catalog, query: Query, clock: string): BoundQuery {
  refuseLargeQuestion(query);
  const bound = bindParts(catalog, query, clock);
  refuseLargePlan(catalog, bound);
  return bound;
}

function bindParts(catalog: Catalog, query: Query, clock: string): BoundQuery {
  const metrics = query.metrics.map((name, i) => findMetric(catalog, name, `metrics[${i}]`));
  const by = bindBys(catalog, query.by ?? []);
  if (metrics.length === 0) checkTuples(catalog, query, by);
  else checkMetricsAsked(query);
  checkNames(metrics, by);
  const context = contextOf(catalog, query, clock);
  const order = orderKeys(catalog, query.order ?? [], metrics, by);
  const where = query.where ?? [];
  return {
    metrics,
    by,
    context,
    order,
    ...bindLimits(catalog, query),
    where: where.flatMap((c, i) => (c.onlyFor ? [] : [bindRowCondition(catalog, c, `where[${i}]`)])),
    onlyFor: bindOnlyFor(catalog, where, metrics),
    segments: (query.segments ?? []).map((name, i) => findSegment(catalog, name, `segments[${i}]`)),
    period: bindPeriod(query, by, context),
    periodColumn: metrics.length === 0 && query.period ? periodColumn(catalog, query) : null,
    having: (query.having ?? []).map((h, i) => bindHaving(catalog, h, `having[${i}]`)),
    totals: query.totals ?? false,
    distinct: query.distinct ?? true,
  };
}

function contextOf(catalog: Catalog, query: Query, clock: string): LowerContext {
  const { company } = catalog;
  const zone = query.zone ?? company.zone;
  if (!isZone(zone))
    throw new Failure('QUERY.INVALID', `"${shorten(zone)}" is not a time zone.`, {
      path: 'zone',
      hint: 'write an IANA name such as Europe/London',
    });
  if (query.asOf !== undefined && parseTemporal(query.asOf)?.kind !== 'instant') {
    throw new Failure('TYPE.BAD_LITERAL', `"${shorten(query.asOf)}" is not an instant.`, {
      path: 'asOf',
      hint: 'write 2024-01-31T09:30:00Z',
    });
  }
  const now = parseTemporal(query.asOf ?? company.now ?? clock)?.text ?? clock;
  return { company: company.zone, zone, asked: query.zone !== undefined, now, weekStart: company.weekStart };
}

/** A question without metrics lists tuples of dimensions: some parts mean nothing there. */
function checkTuples(catalog: Catalog, query: Query, by: readonly BoundBy[]): void {
  if (by.length === 0) {
    const names = [...catalog.metrics.keys()].slice(0, 3).join(', ');
    throw new Failure('QUERY.EMPTY', 'The question names no metric and no dimension.', {
      path: 'metrics',
      ...(names ? { hint: `for example metrics: [${names}]` } : {}),
    });
  }
  const refuse = (path: string, message: string, hint?: string): never => {
    throw new Failure('QUERY.INVALID', message, { path, ...(hint ? { hint } : {}) });
  };
  const time = by.findIndex((b) => b.target === 'time');
  if (time >= 0)
    refuse(`by[${time}]`, 'Without a metric there is no `time`.', 'name the time dimension, with a grain');
  if (query.having?.length) refuse('having', 'Without a metric there is nothing for `having` to test.');
  if (query.totals) refuse('totals', 'Without a metric there are no totals.');
}

/** What only a question without metrics may say: ignored, it would answer another question. */
function checkMetricsAsked({ distinct, period }: Query): void {
  if (distinct === false)
    throw new Failure('QUERY.INVALID', 'With metrics there is one row for each group: none repeats.', {
      path: 'distinct',
      hint: 'leave `distinct` out, or ask for no metric',
    });
  if (period?.column !== undefined)
    throw new Failure('QUERY.INVALID', 'With metrics the period is about the time of each of them.', {
      path: 'period.column',
      hint: `leave it out, or filter by the column: where: [{ dimension: "${period.column}", gte: … }]`,
    });
}

function periodColumn(catalog: Catalog, query: Query): NonNullable<BoundQuery['periodColumn']> {
  const { column } = query.period!;
  if (column === undefined) {
    throw new Failure('TIME.NONE', 'Without a metric a period does not say which time it bounds.', {
      path: 'period',
      hint: 'name it: period: { column: "orders.ordered_at", … }',
    });
  }
  const dimension = findDimension(catalog, column, 'period.column');
  const { type } = dimension.dimension;
  if (!isTemporal(type))
    throw new Failure('TIME.INVALID', `"${dimension.name}" is ${typeName(type)}, not a date or timestamp.`, {
      path: 'period.column',
    });
  return dimension;
}

/** @throws Failure REFERENCE.UNKNOWN_SEGMENT with near matches, or DEFINITION.BROKEN. */
export function findSegment(catalog: Catalog, name: string, path: string): Segment {
  const segment = catalog.segments.get(name);
  if (segment) return segment;
  const broken = catalog.broken.get(`segment ${name}`)?.[0];
  if (broken)
    throw new Failure('DEFINITION.BROKEN', `The segment "${name}" is broken: ${broken.message}`, {
      path,
      hint: `mend ${broken.at.file}:${broken.at.start.line}`,
    });
  const suggestions = nearest(name, catalog.segments.keys());
  throw new Failure('REFERENCE.UNKNOWN_SEGMENT', `No segment is named "${shorten(name)}".`, {
    path,
    suggestions,
    ...(suggestions[0] ? { hint: `did you mean "${suggestions[0]}"?` } : {}),
  });
}

function bindOnlyFor(
  catalog: Catalog,
  where: readonly Condition[],
  metrics: readonly Metric[],
): ReadonlyMap<string, readonly RowCondition[]> {
  const found = new Map<string, RowCondition[]>();
  for (const [i, condition] of where.entries()) {
    if (condition.onlyFor?.length === 0)
      throw new Failure('QUERY.INVALID', '`onlyFor` names no metric, so the condition would do nothing.', {
        path: `where[${i}].onlyFor`,
        hint: 'leave `onlyFor` out, or name the metrics that are filtered',
      });
    const bound = condition.onlyFor ? bindRowCondition(catalog, condition, `where[${i}]`) : null;
    for (const [n, name] of (condition.onlyFor ?? []).entries()) {
      const path = `where[${i}].onlyFor[${n}]`;
      const metric = findMetric(catalog, name, path);
      if (!metrics.includes(metric))
        throw new Failure(
          'QUERY.INVALID',
          `\`onlyFor\` names "${name}", which the question does not ask for.`,
          { path, hint: 'add it to `metrics`' },
        );
      found.set(metric.name, [...(found.get(metric.name) ?? []), bound!]);
    }
  }
  return found;
}

/** No two columns of the answer may have one name. */
function checkNames(metrics: readonly Metric[], by: readonly BoundBy[]): void {
  const seen = new Set<string>();
  const check = (name: string, path: string): void => {
    if (seen.has(name))
      throw new Failure('QUERY.DUPLICATE', `The answer would have two columns named "${name}".`, {
        path,
        hint: 'leave one out, or rename one with `as`',
      });
    seen.add(name);
  };
  for (const [i, b] of by.entries()) check(b.name, `by[${i}]`);
  for (const [i, m] of metrics.entries()) check(m.name, `metrics[${i}]`);
}

function bindLimits(catalog: Catalog, query: Query): Pick<BoundQuery, 'limit' | 'limitIsAsked' | 'offset'> {
  const { defaultRows, maxRows } = catalog.company.limits;
  const whole = (value: number, path: string): number => {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new Failure('QUERY.INVALID', `\`${path}\` is a whole number, not ${value}.`, { path });
    return value;
  };
  const limit = whole(query.limit ?? Math.min(defaultRows, maxRows), 'limit');
  if (limit > maxRows)
    throw new Failure('QUERY.LIMIT', `The question asks for ${limit} rows; ${maxRows} are the limit.`, {
      path: 'limit',
    });
  return { limit, limitIsAsked: query.limit !== undefined, offset: whole(query.offset ?? 0, 'offset') };
}
