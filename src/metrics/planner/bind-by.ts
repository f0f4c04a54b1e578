import { Failure } from '../../base/failure';
import { shorten } from '../../base/plain-text';
import type { Catalog, DimensionName } from '../model/catalog';
import type { DatePart } from '../model/date-part';
import { type Grain, isFinerThanDay } from '../model/grain';
import type { By } from '../model/query';
import { isTemporal, typeName } from '../model/value-type';
import type { BoundBy } from './bound-query';
import { findDimension } from './find-dimension';
import { findGrain, findPart } from './find-grain';
import { folded, uniqueNames } from './unique-names';

const OUTPUT_NAME = /^[A-Za-z][A-Za-z0-9]*(?:_{1,2}[A-Za-z0-9]+)*$/;

/** Looks up what the answer is split by. Names: `time`, with several grains `time__month`, `orders__channel`; a part adds `__day_of_week`. */
export function bindBys(catalog: Catalog, by: readonly By[]): readonly BoundBy[] {
  const severalGrains = new Set(by.flatMap((b) => ('time' in b ? [b.time] : []))).size > 1;
  const unique = uniqueNames(folded([]));
  return by.map((item, i) => {
    const bound = bindBy(catalog, item, `by[${i}]`, severalGrains);
    return { ...bound, field: unique(bound.name) };
  });
}

function bindBy(catalog: Catalog, item: By, path: string, severalGrains: boolean): Omit<BoundBy, 'field'> {
  if (item.as !== undefined && !OUTPUT_NAME.test(item.as)) {
    throw new Failure('QUERY.INVALID', `"${shorten(item.as)}" cannot name a column of the answer.`, {
      path: `${path}.as`,
      hint: 'use letters, digits and underscores, a letter first',
    });
  }
  if ('time' in item) {
    const grain = findGrain(item.time, `${path}.time`);
    return {
      target: 'time',
      grain,
      part: null,
      name: item.as ?? (severalGrains ? `time__${grain}` : 'time'),
    };
  }
  const part = item.part === undefined ? null : partOf(item.part, catalog, `${path}.part`);
  if (!('dimension' in item)) return { target: 'time', grain: null, part, name: item.as ?? `time__${part}` };
  const dimension = findDimension(catalog, item.dimension, `${path}.dimension`);
  const grain = item.grain === undefined ? null : findGrain(item.grain, `${path}.grain`);
  if (grain && part)
    throw new Failure('QUERY.INVALID', 'A dimension is split by a grain or by a part, not by both.', {
      path,
    });
  checkMoment(dimension, grain, part, path);
  const name = dimension.name.replaceAll('.', '__');
  return { target: dimension, grain, part, name: item.as ?? (part ? `${name}__${part}` : name) };
}

function partOf(name: string, catalog: Catalog, path: string): DatePart {
  const part = findPart(name, path);
  if (part === 'week_of_year' && catalog.company.weekStart !== 'monday') {
    throw new Failure(
      'GRAIN.WEEK_NUMBER',
      `Week numbers are those of ISO 8601, whose weeks begin on Monday; the company's begin on ${catalog.company.weekStart}.`,
      { path, hint: 'split by the grain week instead' },
    );
  }
  return part;
}

function checkMoment(
  { name, dimension }: DimensionName,
  grain: Grain | null,
  part: DatePart | null,
  path: string,
): void {
  if (!grain && !part) return;
  const { type } = dimension;
  if (!isTemporal(type))
    throw new Failure(
      'GRAIN.TOO_FINE',
      `"${name}" is ${typeName(type)}; only dates and timestamps have a grain.`,
      { path },
    );
  const finer = grain ? isFinerThanDay(grain) : part === 'hour_of_day' || part === 'minute_of_hour';
  if (type.kind === 'date' && finer)
    throw new Failure('GRAIN.TOO_FINE', `"${name}" is a date; it has no ${grain ?? part}.`, {
      path,
      hint: 'ask for day or coarser',
    });
}
