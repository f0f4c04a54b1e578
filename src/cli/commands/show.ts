import type { Command } from 'commander';
import { nearest } from '../../base/did-you-mean';
import { Failure } from '../../base/failure';
import { visibleText } from '../../base/visible-text';
import type { Catalog, Metric, Segment } from '../../metrics/model/catalog';
import { reach } from '../../metrics/model/join-graph';
import { homesOf, legalDimensions } from '../../metrics/planner/reach';
import type { CommandContext, CommandInput, CommandModule } from '../command';
import { EXIT, type ExitCode } from '../exit-codes';
import {
  datasetFacts,
  dimensionFacts,
  type Fact,
  factLines,
  metricFacts,
  savedQueryFacts,
  segmentFacts,
} from '../print/definition-words';
import { readCatalog } from '../read-catalog';

export const show: CommandModule = { define, run };

function define(command: Command): void {
  command.argument(
    '<name>',
    'a metric, a dimension (customers.region), a segment, a dataset or a saved query',
  );
}

async function run({ args }: CommandInput, { io, settings }: CommandContext): Promise<ExitCode> {
  const { catalog } = await readCatalog(settings);
  const name = String(args[0]).replaceAll('__', '.');
  const found = definitionsNamed(name, catalog);
  if (found.length === 0) throw unknownName(name, catalog);
  io.out(
    found
      .map((facts) => factLines(facts.map(([label, value]) => [label, value && visibleText(value)])))
      .join('\n'),
  );
  return EXIT.fine;
}

/** A metric, a segment and a dataset may have one name; then all are shown. */
function definitionsNamed(name: string, catalog: Catalog): readonly (readonly Fact[])[] {
  const metric = catalog.metrics.get(name);
  const dimension = catalog.dimensions.get(name);
  const segment = catalog.segments.get(name);
  const dataset = catalog.datasets.get(name);
  const saved = catalog.savedQueries.get(name);
  return [
    ...(metric
      ? [metricFacts(metric, catalog, dimensionsOf(name, catalog), segmentsOf(metric, catalog))]
      : []),
    ...(dimension ? [dimensionFacts(dimension, catalog, metricsSplitBy(name, catalog))] : []),
    ...(segment ? [segmentFacts(segment, catalog, metricsNarrowedBy(segment, catalog))] : []),
    ...(dataset ? [datasetFacts(dataset, catalog)] : []),
    ...(saved ? [savedQueryFacts(saved, catalog)] : []),
  ];
}

const dimensionsOf = (metric: string, catalog: Catalog): readonly string[] =>
  legalDimensions(catalog, metric).map((dimension) => dimension.name);

const metricsSplitBy = (dimension: string, catalog: Catalog): readonly string[] =>
  [...catalog.metrics.keys()].filter((metric) => dimensionsOf(metric, catalog).includes(dimension));

const segmentsOf = (metric: Metric, catalog: Catalog): readonly string[] =>
  [...catalog.segments.values()]
    .filter((segment) => canNarrow(segment, metric, catalog))
    .map(({ name }) => name);

const metricsNarrowedBy = (segment: Segment, catalog: Catalog): readonly string[] =>
  [...catalog.metrics.values()]
    .filter((metric) => canNarrow(segment, metric, catalog))
    .map(({ name }) => name);

const canNarrow = (segment: Segment, metric: Metric, catalog: Catalog): boolean =>
  homesOf(metric).every((home) => reach(catalog, home, [segment.of]).kind === 'path');

function unknownName(name: string, catalog: Catalog): Failure {
  const { metrics, dimensions, segments, datasets, savedQueries, broken } = catalog;
  const findings = [...broken].find(([definition]) => definition.endsWith(` ${name}`))?.[1];
  if (findings) {
    return new Failure('DEFINITION.BROKEN', `The definition of "${name}" has errors.`, {
      hint: '`tenet check` shows them',
    });
  }
  const known = [metrics, dimensions, segments, datasets, savedQueries].flatMap((all) => [...all.keys()]);
  const code = name.includes('.') ? 'REFERENCE.UNKNOWN_DIMENSION' : 'REFERENCE.UNKNOWN_METRIC';
  return new Failure(code, `No metric, dimension, segment, dataset or saved query has the name "${name}".`, {
    suggestions: nearest(name, known),
    hint: '`tenet list` shows the names',
  });
}
