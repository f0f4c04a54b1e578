import { nearest } from '../../base/did-you-mean';
import { Failure } from '../../base/failure';
import { parseTemporal } from '../language/literals';
import type { Catalog, DimensionName, Metric } from '../model/catalog';
import { GRAINS, type Grain, isFinerThanDay, isGrain } from '../model/grain';
import type { By, Period, Query } from '../model/query';
import { isTemporal, typeName } from '../model/value-type';
import { bindConditions } from './bind-conditions';
import { orderKeys } from './bind-order';
import type { BoundBy, BoundQuery } from './bound-query';
import { isZone } from './calendar';
import { findDimension } from './find-dimension';
import { findMetric } from './find-metric';

const OUTPUT_NAME = /^[A-Za-z][A-Za-z0-9]*(?:_{1,2}[A-Za-z0-9]+)*$/;

/**
 * Looks up every name of a question and checks its shape. `clock` is the moment of the question when the company has no fixed `now`.
 * @throws Failure with the path of the part that is wrong.
 */
export function bindQuery(catalog: Catalog, query: Query, clock: string): BoundQuery {
  const metrics = bindMetrics(catalog, query);
  const by = bindBys(catalog, query);
  checkNames(metrics, by);
  const zone = query.zone ?? catalog.company.zone;
  if (!isZone(zone))
    throw new Failure('QUERY.INVALID', `"${zone}" is not a time zone.`, {
      path: 'zone',
      hint: 'write an IANA name such as Europe/London',
    });
  const { limit, offset } = checkLimits(catalog, query);
  return {
    metrics,
    by,
    limit,
    offset,
    where: bindConditions(catalog, query.where ?? []),
    period: bindPeriod(query.period),
    order: orderKeys(catalog, query.order ?? [], metrics, by),
    limitIsAsked: query.limit !== undefined,
    totals: query.totals ?? false,
    context: {
      company: catalog.company.zone,
      zone,
      asked: query.zone !== undefined,
      now: catalog.company.now ?? clock,
    },
  };
}

function bindMetrics(catalog: Catalog, query: Query): Metric[] {
  if (query.metrics.length === 0)
    throw new Failure('QUERY.EMPTY', 'The question names no metric.', {
      path: 'metrics',
      hint: `for example metrics: [${[...catalog.metrics.keys()].slice(0, 3).join(', ')}]`,
    });
  return query.metrics.map((name, i) => findMetric(catalog, name, `metrics[${i}]`));
}

function bindBys(catalog: Catalog, query: Query): BoundBy[] {
  const by = query.by ?? [];
  const grains = by.filter((b) => 'time' in b).length;
  return by.map((item, i) => bindBy(catalog, item, `by[${i}]`, grains > 1));
}

function bindBy(catalog: Catalog, item: By, path: string, severalGrains: boolean): BoundBy {
  if (item.as !== undefined && !OUTPUT_NAME.test(item.as))
    throw new Failure('QUERY.INVALID', `"${item.as}" cannot name a column of the answer.`, {
      path: `${path}.as`,
      hint: 'use letters, digits and underscores, a letter first',
    });
  if ('time' in item) {
    const grain = grainOf(item.time, `${path}.time`);
    return { kind: 'time', grain, name: item.as ?? (severalGrains ? `time__${grain}` : 'time') };
  }
  const dimension = findDimension(catalog, item.dimension, `${path}.dimension`);
  const grain = item.grain === undefined ? null : grainOf(item.grain, `${path}.grain`);
  if (grain) checkGrain(dimension, grain, `${path}.grain`);
  return { kind: 'dimension', dimension, grain, name: item.as ?? dimension.name.replaceAll('.', '__') };
}

function grainOf(name: string, path: string): Grain {
  if (isGrain(name)) return name;
  const suggestions = nearest(String(name), GRAINS);
  throw new Failure('GRAIN.MISSING', `"${name}" is not a grain of time.`, {
    path,
    suggestions,
    hint: `one of ${GRAINS.join(', ')}`,
  });
}

function checkGrain({ name, dimension }: DimensionName, grain: Grain, path: string): void {
  const { type } = dimension;
  if (!isTemporal(type))
    throw new Failure(
      'GRAIN.TOO_FINE',
      `"${name}" is ${typeName(type)}; only dates and timestamps have a grain.`,
      { path },
    );
  if (type.kind === 'date' && isFinerThanDay(grain))
    throw new Failure('GRAIN.TOO_FINE', `"${name}" is a date; it has no ${grain}.`, {
      path,
      hint: 'ask for day or coarser',
    });
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

function checkLimits(catalog: Catalog, query: Query): { limit: number; offset: number } {
  const { defaultRows, maxRows } = catalog.company.limits;
  const whole = (value: number, path: string): number => {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new Failure('QUERY.INVALID', `${path} is a whole number, not ${value}.`, { path });
    return value;
  };
  const limit = whole(query.limit ?? Math.min(defaultRows, maxRows), 'limit');
  if (limit > maxRows)
    throw new Failure('QUERY.LIMIT', `The question asks for ${limit} rows; ${maxRows} are the limit.`, {
      path: 'limit',
    });
  return { limit, offset: whole(query.offset ?? 0, 'offset') };
}

function bindPeriod(period: Period | undefined): Period | null {
  if (!period || (period.from === undefined && period.to === undefined)) return null;
  for (const end of ['from', 'to'] as const) {
    const text = period[end];
    if (text !== undefined && !parseTemporal(text))
      throw new Failure('TYPE.BAD_LITERAL', `"${text}" is not a date or time.`, {
        path: `period.${end}`,
        hint: 'write 2024-01-31 or 2024-01-31T09:30:00Z',
      });
  }
  return period;
}
