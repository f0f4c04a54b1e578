import type { Diagnostic } from '../../src/base/diagnostic';
import { DefinitionMemory } from '../../src/metrics/definitions/cache/definition-memory';
import type { DefinitionFile, RawCatalog } from '../../src/metrics/definitions/raw';
import { readDefinitions } from '../../src/metrics/definitions/read';
import { type Resolved, resolve } from '../../src/metrics/definitions/resolve';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import type { Catalog } from '../../src/metrics/model/catalog';
import { reachableDatasets } from '../../src/metrics/model/join-graph';
import seeds from '../seed.json';
import { extentsOf, FILES, isSettings, KINDS, lineAt, nameIn, plainReading, sectionsOf } from './demo-files';
import { type Mutation, mutated, mutationOf, randomNumbers } from './mutate';
import { cpuMs } from './texts';

const RUNS = 1_000;
/** Every so many are also read from nothing. */
const EVERY = 40;
const MAX_MS = 5_000;
/** A thousand readings are looked at; other work may share the machine. */
jest.setTimeout(120_000);

interface Read extends Resolved {
  readonly raw: RawCatalog;
}

function read(files: readonly DefinitionFile[], memory: DefinitionMemory | null = null): Read {
  const raw = readDefinitions(files, memory);
  return { raw, ...resolve(raw, memory?.resolution) };
}

const definitionsIn = (catalog: Catalog): [key: string, definition: object][] => [
  ...[...catalog.datasets].map(([name, one]): [string, object] => [`dataset ${name}`, one]),
  ...[...catalog.metrics].map(([name, one]): [string, object] => [`metric ${name}`, one]),
  ...[...catalog.segments].map(([name, one]): [string, object] => [`segment ${name}`, one]),
  ...[...catalog.savedQueries].map(([name, one]): [string, object] => [`saved_query ${name}`, one]),
];

const texts = new WeakMap<object, string>();

/** Everything a definition says, but not where. */
function saying(definition: object): string {
  const known = texts.get(definition);
  if (known !== undefined) return known;
  const text = JSON.stringify(definition, (key, inner: unknown) =>
    key === 'at' ? undefined : inner instanceof Map ? [...inner] : inner,
  );
  texts.set(definition, text);
  return text;
}

let base: Catalog;
beforeAll(async () => {
  await loadGrammar();
  const { catalog, diagnostics } = read(FILES);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  base = catalog!;
});

/** All words of a definition of the demo and of the metrics that these name, and the datasets that any of them sees. */
function seenBy(key: string, definition: object, seen = new Set<string>()): ReadonlySet<string> {
  const metric = key.startsWith('metric') ? base.metrics.get(nameIn(key))! : null;
  const homes = metric
    ? metric.leaves.map(({ home }) => home)
    : [key.startsWith('segment') ? base.segments.get(nameIn(key))!.of : nameIn(key)];
  const reached = new Set(homes.flatMap((home) => [...reachableDatasets(base, home)]));
  for (const home of [...reached])
    for (const { to } of base.datasets.get(home)?.joins.values() ?? [])
      for (const each of reachableDatasets(base, to)) reached.add(each);
  for (const each of reached) seen.add(each);
  for (const word of [...(saying(definition).match(/\w+/g) ?? []), ...(metric?.uses ?? [])]) {
    if (seen.has(word)) continue;
    seen.add(word);
    const used = base.metrics.get(word);
    if (used) seenBy(`metric ${word}`, used, seen);
    const narrowedTo = key.startsWith('saved_query') ? base.segments.get(word) : undefined;
    if (narrowedTo) seenBy(`segment ${word}`, narrowedTo, seen);
  }
  return seen;
}

interface Trial {
  readonly file: DefinitionFile;
  readonly mutation: Mutation;
  readonly text: string;
  readonly files: readonly DefinitionFile[];
  readonly result: Read;
  readonly errors: readonly Diagnostic[];
}

async function trials(): Promise<readonly Trial[]> {
  const random = randomNumbers(seeds.seed);
  const memory = new DefinitionMemory();
  const all: Trial[] = [];
  for (let run = 0; run < RUNS; run++) {
    const file = FILES[Math.floor(random() * FILES.length)]!;
    const mutation = mutationOf(file.text, random);
    const text = mutated(file.text, mutation);
    const files = FILES.map((one) => (one === file ? { ...file, text } : one));
    const { ms, result } = await cpuMs(() => read(files, memory));
    expect(ms).toBeLessThan(MAX_MS);
    const errors = result.diagnostics.filter((d) => d.severity === 'error');
    all.push({ file, mutation, text, files, result, errors });
  }
  return all;
}

const told = ({ file, mutation }: Trial): string =>
  `${mutation.what} in ${file.path} from ${mutation.from} to ${mutation.to}: ${JSON.stringify(mutation.text.slice(0, 100))}`;

/** No number depends on them, and JavaScript's own numbers lose digits of theirs. */
const withoutExamples = (value: object): object => ({ ...value, examples: undefined });

/** The names that a valid file defines, by kind. */
const namesIn = (text: string): readonly string[] =>
  Object.entries(sectionsOf(plainReading(text.replace(/^\ufeff/, '')))).flatMap(([section, entries]) =>
    section === 'version' ? [] : Object.keys(entries ?? {}).map((name) => `${KINDS[section]} ${name}`),
  );

describe(`${RUNS} random mutations of the demo (seed ${seeds.seed})`, () => {
  let all: readonly Trial[];
  beforeAll(async () => {
    all = await trials();
  });

  it('end without an exception, and are of both sorts', () => {
    const faulty = all.filter(({ errors }) => errors.length > 0).length;
    expect(faulty).toBeGreaterThan(RUNS / 4);
    expect(faulty).toBeLessThan(RUNS * 0.95);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('end alike when nothing is known from the reading before', async () => {
    for (const trial of all.filter((_, run) => run % EVERY === 0)) {
      const { ms, result } = await cpuMs(() => read(trial.files));
      expect(ms).toBeLessThan(MAX_MS);
      expect([told(trial), result.catalog?.version]).toEqual([told(trial), trial.result.catalog?.version]);
      expect(result.diagnostics).toEqual(trial.result.diagnostics);
    }
  });

  it('without an error, the catalog says what an independent reader of the file reads', () => {
    const others = new Map(FILES.map((file) => [file, isSettings(file) ? [] : namesIn(file.text)]));
    for (const trial of all.filter(({ errors }) => errors.length === 0)) {
      const { file, text, result } = trial;
      const reading = plainReading(text.replace(/^\ufeff/, ''));
      expect([told(trial), reading === null]).toEqual([told(trial), false]);
      const same = JSON.stringify(reading) === JSON.stringify(plainReading(file.text));
      if (same) expect([told(trial), result.catalog!.version]).toEqual([told(trial), base.version]);
      if (isSettings(file)) continue;
      const names = FILES.flatMap((one) => (one === file ? namesIn(text) : others.get(one)!));
      expect(
        definitionsIn(result.catalog!)
          .map(([key]) => key)
          .sort(),
      ).toEqual(names.sort());
      for (const part of ['metrics', 'segments'] as const)
        for (const [name, value] of Object.entries(sectionsOf(reading)[part] ?? {})) {
          const raw = [...result.raw[part]].find((one) => one.name === name)?.value;
          expect([told(trial), withoutExamples(raw!)]).toEqual([told(trial), withoutExamples(value!)]);
        }
      for (const [name, dataset] of Object.entries(sectionsOf(reading)['datasets'] ?? {})) {
        const { columns, label, description } = result.catalog!.datasets.get(name)!;
        expect([told(trial), [...columns.keys()]]).toEqual([
          told(trial),
          Object.keys(dataset!['columns'] as object),
        ]);
        expect(description).toBe(dataset!['description'] ?? null);
        if (dataset!['label'] !== undefined) expect(label).toBe(dataset!['label']);
      }
    }
  });

  it('with an error, one of them points into what was changed, or at what names it', () => {
    for (const trial of all.filter(({ errors }) => errors.length > 0)) {
      const { file, mutation, text, errors } = trial;
      const line = lineAt(text, mutation.from);
      const lastLine = lineAt(text, mutation.from + mutation.text.length);
      const lastBefore = lineAt(file.text, mutation.to);
      const touched = [
        ...extentsOf(file.text).filter(({ from, to }) => from <= lastBefore + 1 && to >= line - 1),
        ...extentsOf(text).filter(({ from, to }) => from <= lastLine + 1 && to >= line - 1),
      ];
      // What stands above all definitions, such as the name of a section, is the file's own.
      const isOfFile =
        isSettings(file) || !extentsOf(file.text).some(({ from, to }) => from <= lastBefore && to >= line);
      const first = Math.min(line, ...touched.map(({ from }) => from));
      const names = new Set(touched.map(({ key }) => nameIn(key)));
      const isThere = errors.some(
        ({ at, message }) =>
          (at.file === file.path && (isOfFile || at.start.line >= first)) ||
          (message.match(/\w+/g) ?? []).some((word) => names.has(word)),
      );
      expect([told(trial), errors[0]!.message, isThere]).toEqual([told(trial), errors[0]!.message, true]);
    }
  });

  it('definitions in other files that neither name nor reach what the file defines are as they were', () => {
    let untouched = 0;
    const before = definitionsIn(base).map(([key, one]) => ({ key, one, seen: seenBy(key, one) }));
    for (const trial of all) {
      const { catalog } = trial.result;
      if (trial.file.path === 'company.yaml' || catalog === null) continue;
      const extents = [...extentsOf(trial.file.text), ...extentsOf(trial.text)];
      const defined = new Set(extents.map(({ key }) => nameIn(key)));
      for (const section of Object.values(sectionsOf(plainReading(trial.text))))
        if (typeof section === 'object') for (const name of Object.keys(section ?? {})) defined.add(name);
      const own = new Set(extentsOf(trial.file.text).map(({ key }) => key));
      const after = new Map(definitionsIn(catalog));
      for (const { key, one, seen } of before) {
        if (own.has(key) || [...defined].some((name) => seen.has(name))) continue;
        untouched += 1;
        const now = after.get(key);
        if (!now || saying(now) !== saying(one)) throw new Error(`${told(trial)} changed ${key}`);
      }
    }
    expect(untouched).toBeGreaterThan(RUNS);
  });
});
