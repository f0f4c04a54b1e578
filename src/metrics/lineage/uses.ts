import type { Catalog } from '../model/catalog';
import { fieldIn } from './items-in';
import { keyOf, type LineageItem, type LineageReference } from './lineage-item';
import { referencesOf } from './references';

/** For each word, the definitions whose texts hold it: who may name something, before any text is parsed. */
type WordIndex = ReadonlyMap<string, readonly LineageItem[]>;
const indices = new WeakMap<Catalog, WordIndex>();

/** What is made of an item, one step up: the reverse of `referencesOf`, with how it is used. */
export function usesOf(catalog: Catalog, item: LineageItem): readonly LineageReference[] {
  const key = keyOf(item);
  const own = item.kind === 'DATASET' ? columnsOf(catalog, item.name) : [];
  const index = indexOf(catalog);
  const users = new Set([...own, ...wordsFor(catalog, item).flatMap((word) => index.get(word) ?? [])]);
  return [...users].flatMap((user) =>
    referencesOf(catalog, user)
      .filter(({ to }) => keyOf(to) === key)
      .map(({ use }) => ({ to: user, use })),
  );
}

/** The words by which texts name an item: a dataset also by its roles. */
function wordsFor({ roles }: Catalog, { kind, name }: LineageItem): readonly string[] {
  if (kind === 'COLUMN' || kind === 'DIMENSION') return [fieldIn(name)];
  if (kind !== 'DATASET') return [name];
  return [name, ...[...roles].filter(([, to]) => to === name).map(([role]) => role)];
}

const columnsOf = (catalog: Catalog, dataset: string): readonly LineageItem[] =>
  [...(catalog.datasets.get(dataset)?.columns.keys() ?? [])].map((name) => ({
    kind: 'COLUMN',
    name: `${dataset}.${name}`,
  }));

function indexOf(catalog: Catalog): WordIndex {
  const before = indices.get(catalog);
  if (before) return before;
  const index = new Map<string, LineageItem[]>();
  for (const { item, texts, names } of textsOf(catalog)) {
    for (const word of new Set([...names, ...texts.flatMap(identifiersIn)])) {
      const items = index.get(word);
      if (items) items.push(item);
      else index.set(word, [item]);
    }
  }
  indices.set(catalog, index);
  return index;
}

/** In quotes, where it is written as it is, or bare, where capitals do not count; words of literals are among them, and harm nobody. */
const IDENTIFIER = /"((?:[^"]|"")*)"|[\p{L}_][\p{L}\p{N}_$]*/gu;

const identifiersIn = (text: string): readonly string[] =>
  [...text.matchAll(IDENTIFIER)].map(([bare, quoted]) => quoted?.replaceAll('""', '"') ?? bare.toLowerCase());

/** A definition, the texts in which it can name others, and those that it names without a word: times and its dataset. */
interface Texts {
  readonly item: LineageItem;
  readonly texts: readonly string[];
  readonly names: readonly string[];
}

function* textsOf(catalog: Catalog): Generator<Texts> {
  for (const { name, formulaText, whereText, leaves } of catalog.metrics.values()) {
    const names = leaves.flatMap(({ home, time }) => [
      home,
      catalog.datasets.get(home)?.time ?? home,
      time?.kind === 'reference' && time.to.kind !== 'per' ? time.to.name : home,
    ]);
    yield { item: { kind: 'METRIC', name }, texts: [formulaText, whereText ?? ''], names };
  }
  for (const { name, query } of catalog.savedQueries.values())
    yield { item: { kind: 'SAVED_QUERY', name }, texts: textsIn(query), names: [] };
  for (const { name, of, whereText } of catalog.segments.values())
    yield { item: { kind: 'SEGMENT', name }, texts: [whereText], names: [of] };
  for (const dataset of catalog.datasets.values())
    for (const { name, formulaText } of dataset.dimensions.values()) {
      const item: LineageItem = { kind: 'DIMENSION', name: `${dataset.name}.${name}` };
      yield { item, texts: [formulaText], names: [dataset.name, name] };
    }
}

/** Every text of a question, names in the spelling of formulas. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value.replaceAll('__', '.')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
