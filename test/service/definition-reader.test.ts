import fc from 'fast-check';
import { DefinitionMemory } from '../../src/metrics/definitions/cache/definition-memory';
import type { DefinitionFile, RawCatalog, RawDefinition, ValuePath } from '../../src/metrics/definitions/raw';
import { readDefinitions } from '../../src/metrics/definitions/read';
import { resolve } from '../../src/metrics/definitions/resolve';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import { DefinitionReader, type Reading } from '../../src/service/definition-reader';
import { ParseCache } from '../../src/service/parse-cache';
import type { RecordStore } from '../../src/service/parse-cache-store';
import committed from '../seed.json';
import { demoAndLaboratory, type Edit, edited, LABORATORY } from './definition-edits';

const START = demoAndLaboratory();
/** Sequences of edits. */
const RUNS = Number(process.env['TENET_RUNS'] ?? 25);
const SEED = Number(process.env['TENET_SEED'] ?? committed.seed);

/** Records in memory, and how often they helped. */
class CountingStore implements RecordStore {
  readonly records = new Map<string, string>();
  found = 0;
  written = 0;

  read(name: string): string | null {
    const record = this.records.get(name) ?? null;
    if (record !== null) this.found += 1;
    return record;
  }

  write(name: string, record: string): void {
    this.written += 1;
    this.records.set(name, record);
  }

  trim(): void {}
}

const STAMP = 'a version';

const readerOver = (store: RecordStore, stamp = STAMP): DefinitionReader =>
  new DefinitionReader(new ParseCache(store, stamp));

const readBy = (reader: DefinitionReader, files: readonly DefinitionFile[]): Promise<Reading> =>
  reader.read({ files, diagnostics: [] });

/** As another process would read, which knows only what was written down. */
const readWith = (store: RecordStore, files: readonly DefinitionFile[], stamp = STAMP): Promise<Reading> =>
  readBy(readerOver(store, stamp), files);

/** Without any memory: as if nothing had been read before. */
function readAnew(files: readonly DefinitionFile[]): Reading {
  const raw = readDefinitions(files);
  return { files, raw, ...resolve(raw) };
}

const asText = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (inner instanceof Map ? [...inner] : inner));

/** Paths worth asking for: all that is there, and some that are not. */
function pathsIn(value: unknown, before: ValuePath = []): readonly ValuePath[] {
  if (typeof value !== 'object' || value === null) return [before];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [
    before,
    [...before, 'nothing'],
    ...keys.flatMap((key) => pathsIn((value as never)[key], [...before, key])),
  ];
}

const placesOf = (definition: RawDefinition<unknown>): readonly unknown[] =>
  pathsIn(definition.value).map((path) => [
    path,
    definition.locate(path),
    definition.locateKey(path),
    definition.locateText(path, 1, 4),
    definition.excerpt(path),
  ]);

const definitionsOf = ({ datasets, metrics, segments }: RawCatalog): readonly RawDefinition<unknown>[] => [
  ...datasets,
  ...metrics,
  ...segments,
];

/** All that a caller can see of a reading, places included. */
const seen = ({ catalog, diagnostics, raw }: Reading): unknown => ({
  version: catalog?.version,
  catalog: asText(catalog),
  diagnostics: asText(diagnostics),
  raw: asText([raw.company, raw.teams, raw.broken, raw.diagnostics]),
  definitions: definitionsOf(raw).map(({ name, team, at, value }) => asText([name, team, at, value])),
});

const editArb: fc.Arbitrary<Edit> = fc.record({
  kind: fc.nat(99),
  file: fc.nat(99),
  place: fc.nat(9_999),
  other: fc.nat(9_999),
});

beforeAll(loadGrammar);

describe('a reading that remembers', () => {
  test('gives after any edits what a first reading gives, places and findings included', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(editArb, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        async (steps) => {
          const store = new CountingStore();
          const staying = readerOver(store);
          let files = LABORATORY;
          for (const edits of [[], ...steps]) {
            for (const edit of edits) files = edited(files, edit, LABORATORY);
            const expected = seen(readAnew(files));
            expect(seen(await readBy(staying, files))).toEqual(expected);
            expect(seen(await readWith(store, files))).toEqual(expected);
          }
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
  }, 240_000);

  test('finds every place of every definition where a first reading finds it', async () => {
    const store = new CountingStore();
    await readWith(store, START);
    const restored = definitionsOf((await readWith(store, START)).raw);
    const anew = definitionsOf(readAnew(START).raw);
    expect(restored.map(placesOf)).toEqual(anew.map(placesOf));
  });

  test('gives what is written in a definition that another file breaks', async () => {
    // The role "places" has the name of a dataset; in its own file nothing is wrong.
    const joins = 'joins: { places: { to: visits, by: visit_id } }';
    const text = `datasets: { walks: { table: lab.walks, columns: { visit_id: bigint }, ${joins} } }`;
    const files = [...START, { path: 'lab/walks.yaml', text }];
    const store = new CountingStore();
    await readWith(store, files);
    const { broken } = (await readWith(store, files)).raw;
    expect(broken.map(({ name }) => name)).toEqual(['walks']);
    expect(asText(broken)).toBe(asText(readAnew(files).raw.broken));
  });
});

describe('what has not changed', () => {
  const change = (path: string, from: string, to: string): readonly DefinitionFile[] => {
    const files = START.map((file) =>
      file.path === path ? { path, text: file.text.replace(from, to) } : file,
    );
    expect(files).not.toEqual(START);
    return files;
  };

  /** Names of the metrics that a second load made anew. */
  function madeAnew(before: readonly DefinitionFile[], after: readonly DefinitionFile[]): readonly string[] {
    const memory = new DefinitionMemory();
    const load = (given: readonly DefinitionFile[]) =>
      resolve(readDefinitions(given, memory), memory.resolution).catalog!.metrics;
    const first = load(before);
    return [...load(after)].filter(([name, metric]) => first.get(name) !== metric).map(([name]) => name);
  }

  test('is not bound again', async () => {
    expect(madeAnew(START, START)).toEqual([]);
  });

  test('is not bound again when a metric of another file changes', async () => {
    const files = change(
      'sales/refunds.yaml',
      'formula: sum(refunds.amount)',
      'formula: max(refunds.amount)',
    );
    const anew = madeAnew(START, files);
    expect(anew).toContain('refunded_amount');
    expect(anew).not.toContain('visit_cost');
    expect(anew).not.toContain('placed_orders');
  });

  test('is bound again when it names a metric that changes its meaning', async () => {
    const other = { path: 'lab/other.yaml', text: 'metrics: { half_cost: { formula: visit_cost / 2 } }' };
    const files = change('lab/metrics.yaml', 'formula: sum(visits.cost)', 'formula: max(visits.cost)');
    expect(madeAnew([...START, other], [...files, other])).toContain('half_cost');
  });

  test('is bound again when a dimension that it uses changes its type', async () => {
    const other = {
      path: 'lab/other.yaml',
      text: 'metrics: { dear_visits: { formula: count(visits), where: visits.dear } }',
    };
    const text = change('lab/visits.yaml', 'formula: cost >= 100', 'formula: cost * 2');
    const reader = readerOver(new CountingStore());
    expect((await readBy(reader, [...START, other])).catalog?.metrics.has('dear_visits')).toBe(true);
    expect((await readBy(reader, [...text, other])).catalog?.metrics.has('dear_visits')).toBe(false);
  });

  test('is not bound again when the words of its dataset change', async () => {
    const other = {
      path: 'lab/other.yaml',
      text: 'metrics: { cheap_visits: { formula: count(visits), where: not visits.dear } }',
    };
    const files = change('lab/visits.yaml', 'description: Costs much', 'description: Costs very much');
    expect(madeAnew([...START, other], [...files, other])).not.toContain('cheap_visits');
  });
});

describe('records', () => {
  test('of unchanged files are all found, and nothing is written', async () => {
    const store = new CountingStore();
    await readWith(store, START);
    const first = store.written;
    expect(first).toBeGreaterThan(8);
    await readWith(store, START);
    expect({ found: store.found, written: store.written - first }).toEqual({ found: first, written: 0 });
  });

  test('are not made of files with a fault', async () => {
    const store = new CountingStore();
    await readWith(store, [
      ...START,
      { path: 'lab/bad.yaml', text: 'metrics: { a: { formula: 1, colour: red } }' },
    ]);
    const sound = new CountingStore();
    await readWith(sound, START);
    expect(store.written).toBe(sound.written);
  });

  test('of another version of the code are not found', async () => {
    const store = new CountingStore();
    await readWith(store, START);
    await readWith(store, START, 'another version');
    expect(store.found).toBe(0);
  });

  test('of a file under another path are not found', async () => {
    const store = new CountingStore();
    await readWith(store, START);
    await readWith(
      store,
      START.map((file) => ({ ...file, path: file.path.replace('lab/', 'other/') })),
    );
    expect(store.found).toBe(START.filter(({ path }) => !path.startsWith('lab/')).length);
  });

  test('that cannot be read are as good as none', async () => {
    const store = new CountingStore();
    await readWith(store, START);
    for (const name of store.records.keys())
      store.records.set(name, '{"shapes":[],"primitives":[],"flat":[7]}');
    expect(seen(await readWith(store, START))).toEqual(seen(readAnew(START)));
  });
});
