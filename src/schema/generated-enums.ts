import { nearest } from '../base/did-you-mean';
import { Failure } from '../base/failure';
import type { Catalog, Definition, DimensionName, Metric } from '../metrics/model/catalog';
import { GRAINS, isGrain } from '../metrics/model/grain';
import { findSegment } from '../metrics/planner/bind-query';
import { findDimension } from '../metrics/planner/find-dimension';
import { findMetric } from '../metrics/planner/find-metric';
import { type EnumName, NameEnum } from './name-enum';
import { wireName } from './wire-name';

/** The enums that hold a catalog's names; completion and near-match errors in every editor come from them. */
export function generatedEnums(catalog: Catalog): readonly NameEnum[] {
  return [
    new NameEnum({
      name: 'MetricName',
      description: 'The metrics of this company.',
      names: [...catalog.metrics.values()].map((metric) => entry(metric.name, metricWords(metric))),
      find: (given) => findMetric(catalog, given, '').name,
    }),
    new NameEnum({
      name: 'DimensionName',
      description:
        'What metrics can be grouped and filtered by: dataset__dimension, or role__dimension. A longer chain of joins ' +
        'may be spelled out: orders__customers__region.',
      names: [...catalog.dimensions.values()].map((one) => entry(one.name, dimensionWords(one))),
      find: (given) => findDimension(catalog, given, '').name,
    }),
    new NameEnum({
      name: 'SegmentName',
      description: 'Governed sets of rows, such as a group of customers.',
      names: [...catalog.segments.values()].map((segment) => entry(segment.name, words(segment))),
      find: (given) => findSegment(catalog, given, '').name,
    }),
    new NameEnum({
      name: 'TimeGrain',
      description:
        'How finely time is cut. Day and coarser are local dates, finer ones instants with offset.',
      names: GRAINS.map((grain) => ({ value: grain, wire: grain.toUpperCase() })),
      find: findGrain,
    }),
  ];
}

const entry = (name: string, words: string): EnumName => ({ value: name, wire: wireName(name), words });

const metricWords = (metric: Metric): string =>
  [metric.label, metric.question ?? metric.description].filter(Boolean).join(': ');

const words = ({ label, description }: Definition): string => [label, description].filter(Boolean).join(': ');

const dimensionWords = ({ chain, dimension }: DimensionName): string => {
  const own = chain.length === 1 && chain[0] === dimension.dataset;
  return own ? words(dimension) : `${words(dimension)} (${chain.join(' → ')})`;
};

/** Grains are taken in any case. */
function findGrain(given: string): string {
  const grain = given.toLowerCase();
  if (isGrain(grain)) return grain;
  const suggestions = nearest(grain, GRAINS).map((one) => one.toUpperCase());
  const hint = `one of ${GRAINS.join(', ').toUpperCase()}`;
  throw new Failure('GRAIN.MISSING', `"${given}" is not a grain of time.`, { suggestions, hint });
}
