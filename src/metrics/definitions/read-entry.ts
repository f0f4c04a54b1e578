import type { Node, Scalar } from 'yaml';
import type { z } from 'zod';
import type { Diagnostic, Span } from '../../base/diagnostic';
import type { RawDataset, RawDefinition, RawMetric, RawSavedQuery, RawSegment } from './raw';
import { readShaped, type Shaped } from './read-shaped';
import { DATASET_ENTRY_KEYS, DATASET_SHAPE } from './shapes/dataset';
import type { KnownKeys } from './shapes/findings';
import { METRIC_SHAPE } from './shapes/metric';
import { nameFault } from './shapes/names';
import { SAVED_QUERY_SHAPE } from './shapes/saved-query';
import { SEGMENT_SHAPE } from './shapes/segment';
import type { Locator } from './yaml-locate';
import type { YamlSource } from './yaml-source';
import { isMapping, keyText, rangeOf, type YamlValue } from './yaml-value';

export type DefinitionKind = 'dataset' | 'metric' | 'segment' | 'saved_query';

/** One definition of a file, sound or not. Its name is taken either way. */
export interface Entry {
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly at: Span;
  readonly raw: YamlValue;
  /** Null when anything is wrong with it. */
  readonly dataset: RawDefinition<RawDataset> | null;
  readonly metric: RawDefinition<RawMetric> | null;
  readonly segment: RawDefinition<RawSegment> | null;
  readonly savedQuery: RawDefinition<RawSavedQuery> | null;
  /** Joins of a dataset that are not named like their target. */
  readonly roles: readonly { readonly name: string; readonly to: string; readonly at: Span }[];
  /** True when the file has a syntax error, so that even the name is a guess. */
  readonly recovered: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface EntryContext {
  readonly source: YamlSource;
  readonly team: string;
  /** Faults of the file or folder: they break every definition in it. */
  readonly spoiledBy: readonly Diagnostic[];
  readonly recovered: boolean;
}

const KEYS: Readonly<Record<DefinitionKind, KnownKeys>> = {
  metric: { own: Object.keys(METRIC_SHAPE.shape), nested: {} },
  dataset: { own: Object.keys(DATASET_SHAPE.shape), nested: DATASET_ENTRY_KEYS },
  segment: { own: Object.keys(SEGMENT_SHAPE.shape), nested: {} },
  saved_query: { own: Object.keys(SAVED_QUERY_SHAPE.shape), nested: {} },
};
const TITLES: Readonly<Record<DefinitionKind, string>> = {
  metric: 'Metric',
  dataset: 'Dataset',
  segment: 'Segment',
  saved_query: 'Saved query',
};

function rolesOf(raw: YamlValue, locator: Locator): Entry['roles'] {
  const joins = isMapping(raw) ? raw['joins'] : undefined;
  if (!isMapping(joins)) return [];
  return Object.entries(joins).flatMap(([name, join]) => {
    const to = isMapping(join) ? join['to'] : undefined;
    return typeof to === 'string' && to !== name
      ? [{ name, to, at: locator.locateKey(['joins', name]) }]
      : [];
  });
}

function nameFindings(source: YamlSource, kind: DefinitionKind, key: Scalar): Diagnostic[] {
  const name = keyText(key);
  const wrong = nameFault(name, kind);
  if (!wrong) return [];
  return [
    {
      code: 'NAME.INVALID',
      severity: 'error',
      ...wrong,
      at: source.span(...rangeOf(key)),
      definition: { kind, name },
    },
  ];
}

function rawDefinition<T>(
  context: EntryContext,
  name: string,
  at: Span,
  shaped: Shaped<unknown>,
  value: T | null,
): RawDefinition<T> | null {
  if (value === null) return null;
  const { locate, locateKey, locateText, excerpt } = shaped.locator;
  return { name, team: context.team, value, at, locate, locateKey, locateText, excerpt };
}

function readAs<T>(
  context: EntryContext,
  kind: DefinitionKind,
  key: Scalar,
  node: Node | null,
  shape: z.ZodType<T>,
): Shaped<T> {
  const name = keyText(key);
  return readShaped(context.source, key, node, {
    shape,
    title: `${TITLES[kind]} "${name}"`,
    keys: KEYS[kind],
    missingHints: { '"columns"': `\`tenet columns ${name} --write\` fills it from the database` },
    definition: { kind, name },
  });
}

/** Reads one definition. `key` is a text; `faults` are what is already known to be wrong with it. */
export function readEntry(
  context: EntryContext,
  kind: DefinitionKind,
  key: Scalar,
  node: Node | null,
  faults: readonly Diagnostic[],
): Entry {
  const name = keyText(key);
  const at = context.source.span(...rangeOf(key));
  const nothing = { dataset: null, metric: null, segment: null, savedQuery: null, roles: [] };
  const entry = { kind, name, at, recovered: context.recovered, ...nothing };
  if (context.recovered) return { ...entry, raw: null, diagnostics: context.spoiledBy };
  const wrongName = faults.length === 0 ? nameFindings(context.source, kind, key) : [];
  const general = [...context.spoiledBy, ...faults, ...wrongName];
  const read = <T>(
    shape: z.ZodType<T>,
    more: (raw: RawDefinition<T> | null, shaped: Shaped<T>) => Partial<Entry>,
  ): Entry => {
    const shaped = readAs<T>(context, kind, key, node, shape);
    const raw = general.length === 0 ? rawDefinition(context, name, at, shaped, shaped.value) : null;
    return {
      ...entry,
      ...more(raw, shaped),
      raw: shaped.raw,
      diagnostics: [...general, ...shaped.diagnostics],
    };
  };
  switch (kind) {
    case 'metric':
      return read<RawMetric>(METRIC_SHAPE, (metric) => ({ metric }));
    case 'segment':
      return read<RawSegment>(SEGMENT_SHAPE, (segment) => ({ segment }));
    case 'saved_query':
      return read<RawSavedQuery>(SAVED_QUERY_SHAPE, (savedQuery) => ({ savedQuery }));
    case 'dataset':
      return read<RawDataset>(DATASET_SHAPE, (dataset, { raw, locator }) => ({
        dataset,
        roles: rolesOf(raw, locator),
      }));
  }
}
