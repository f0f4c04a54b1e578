import { Failure } from '../base/failure';
import type { Catalog, Definition, DimensionName, Metric } from '../metrics/model/catalog';
import { DATE_PARTS } from '../metrics/model/date-part';
import { GRAINS } from '../metrics/model/grain';
import { findSegment } from '../metrics/planner/bind-query';
import { findDimension } from '../metrics/planner/find-dimension';
import { findGrain, findPart } from '../metrics/planner/find-grain';
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
      find: inCapitals(findGrain),
    }),
    new NameEnum({
      name: 'DatePart',
      description:
        'A part of a date or time that repeats, as an integer; DAY_OF_WEEK counts 1 = Monday to 7.',
      names: DATE_PARTS.map((part) => ({ value: part, wire: part.toUpperCase() })),
      find: inCapitals(findPart),
    }),
  ];
}

const entry = (name: string, words: string): EnumName => ({ value: name, wire: wireName(name), words });

const metricWords = ({ label, question, description }: Metric): string =>
  labelled(label, question ?? description);

const words = ({ label, description }: Definition): string => labelled(label, description);

const labelled = (label: string, text: string | null): string => (text ? `${label}: ${text}` : label);

const dimensionWords = ({ chain, dimension }: DimensionName): string => {
  const own = chain.length === 1 && chain[0] === dimension.dataset;
  return own ? words(dimension) : `${words(dimension)} (${chain.join(' → ')})`;
};

/** Grains and parts are written in capitals here, and so are those that a refusal names. */
function inCapitals(find: (given: string, path: string) => string): (given: string) => string {
  return (given) => {
    try {
      return find(given, '');
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { code, message, hint, suggestions } = error;
      throw new Failure(code, message, {
        suggestions: suggestions.map((name) => name.toUpperCase()),
        ...(hint === undefined
          ? {}
          : { hint: hint.replace(/(?<=^one of ).*/, (names) => names.toUpperCase()) }),
      });
    }
  };
}
