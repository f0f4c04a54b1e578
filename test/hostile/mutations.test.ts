import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import type { Diagnostic } from '../../src/base/diagnostic';
import type { DefinitionFile } from '../../src/metrics/definitions/raw';
import { readDefinitions } from '../../src/metrics/definitions/read';
import { type Resolved, resolve } from '../../src/metrics/definitions/resolve';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import type { Catalog } from '../../src/metrics/model/catalog';
import { reachableDatasets } from '../../src/metrics/model/join-graph';
import seeds from '../seed.json';
import { type Mutation, mutated, mutationOf, randomNumbers } from './mutate';

const RUNS = 1_000;
const ROOT = path.resolve(__dirname, '../../definitions');

const FILES: readonly DefinitionFile[] = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({
    path: name.split(path.sep).join('/'),
    text: readFileSync(path.join(ROOT, name), 'utf8'),
  }));

const read = (files: readonly DefinitionFile[]): Resolved => resolve(readDefinitions(files));

/** What an independent reader of YAML 1.2 makes of a text; null when it finds any fault. */
function plainReading(text: string): unknown {
  const document = parseDocument(text, { version: '1.2', schema: 'core', merge: false, uniqueKeys: true });
  if (document.errors.length > 0 || document.warnings.length > 0) return null;
  return document.toJS() ?? {};
}

interface Section {
  readonly [name: string]: Readonly<Record<string, unknown>> | null;
}
const sections = (reading: unknown): Readonly<Record<string, Section>> =>
  (typeof reading === 'object' && reading !== null ? reading : {}) as Readonly<Record<string, Section>>;

/** The lines of a definition, 1-based, both ends included. */
interface Extent {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

const KINDS: Readonly<Record<string, string>> = {
  datasets: 'dataset',
  metrics: 'metric',
  segments: 'segment',
};

/** Which definition stands on which lines of a file of the demo: a key in the second column of a section in the first. */
function extentsOf(text: string): readonly Extent[] {
  const found: { key: string; from: number; to: number }[] = [];
  let kind: string | undefined;
  text.split('\n').forEach((line, index) => {
    const top = /^(\w+):/.exec(line);
    if (top) kind = KINDS[top[1]!];
    const name = /^ {2}(\w+):/.exec(line)?.[1];
    if (kind && name) found.push({ key: `${kind} ${name}`, from: index + 1, to: index + 1 });
    else if (found.length > 0 && /^\s/.test(line)) found.at(-1)!.to = index + 1;
  });
  return found;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

let base: Catalog;
beforeAll(async () => {
  await loadGrammar();
  const { catalog, diagnostics } = read(FILES);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  base = catalog!;
});

/** Everything a definition says, but not where; by `kind name`. */
function valuesOf(catalog: Catalog): ReadonlyMap<string, string> {
  const text = (value: unknown): string =>
    JSON.stringify(value, (key, inner: unknown) =>
      key === 'at' ? undefined : inner instanceof Map ? [...inner] : inner,
    );
  const entries = (kind: string, map: ReadonlyMap<string, unknown>): [string, string][] =>
    [...map].map(([name, value]) => [`${kind} ${name}`, text(value)]);
  return new Map([
    ...entries('dataset', catalog.datasets),
    ...entries('metric', catalog.metrics),
    ...entries('segment', catalog.segments),
  ]);
}

/** The datasets that a definition of the demo sees, and all its words. */
function seenBy(key: string): {
  readonly datasets: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
} {
  const [kind = '', name = ''] = key.split(' ');
  const metric = kind === 'metric' ? base.metrics.get(name)! : null;
  const homes = metric
    ? metric.leaves.map(({ home }) => home)
    : [kind === 'segment' ? base.segments.get(name)!.of : name];
  const datasets = new Set(homes.flatMap((home) => [...reachableDatasets(base, home)]));
  for (const home of [...datasets])
    for (const { to } of base.datasets.get(home)?.joins.values() ?? [])
      for (const each of reachableDatasets(base, to)) datasets.add(each);
  const words = new Set((valuesOf(base).get(key) ?? '').match(/\w+/g) ?? []);
  for (const used of metric?.uses ?? []) {
    const inner = seenBy(`metric ${used}`);
    for (const each of inner.datasets) datasets.add(each);
    for (const word of inner.words) words.add(word);
  }
  return { datasets, words };
}

interface Trial {
  readonly file: DefinitionFile;
  readonly mutation: Mutation;
  readonly text: string;
  readonly result: Resolved;
  readonly errors: readonly Diagnostic[];
}

function trials(): readonly Trial[] {
  const random = randomNumbers(seeds.seed);
  return Array.from({ length: RUNS }, () => {
    const file = FILES[Math.floor(random() * FILES.length)]!;
    const mutation = mutationOf(file.text, random);
    const text = mutated(file.text, mutation);
    const started = process.cpuUsage();
    const result = read(FILES.map((one) => (one === file ? { ...file, text } : one)));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(1);
    return { file, mutation, text, result, errors: result.diagnostics.filter((d) => d.severity === 'error') };
  });
}

const told = ({ file, mutation }: Trial): string =>
  `${mutation.what} in ${file.path} from ${mutation.from} to ${mutation.to}: ${JSON.stringify(mutation.text)}`;

describe(`${RUNS} random mutations of the demo (seed ${seeds.seed})`, () => {
  let all: readonly Trial[];
  beforeAll(() => {
    all = trials();
  }, 60_000);

  it('end without an exception, and are of both sorts', () => {
    const faulty = all.filter(({ errors }) => errors.length > 0).length;
    expect(faulty).toBeGreaterThan(RUNS / 4);
    expect(faulty).toBeLessThan(RUNS * 0.95);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('without an error, the catalog says what an independent reader of the file reads', () => {
    for (const trial of all.filter(({ errors }) => errors.length === 0)) {
      const reading = plainReading(trial.text.replace(/^\ufeff/, ''));
      expect([told(trial), reading === null]).toEqual([told(trial), false]);
      const same = JSON.stringify(reading) === JSON.stringify(plainReading(trial.file.text));
      const { catalog } = trial.result;
      if (same) expect([told(trial), catalog!.version]).toEqual([told(trial), base.version]);
      for (const [name, metric] of Object.entries(sections(reading)['metrics'] ?? {})) {
        const found = catalog!.metrics.get(name);
        expect([told(trial), found?.formulaText, found?.whereText, found?.question]).toEqual([
          told(trial),
          metric!['formula'],
          metric!['where'] ?? null,
          metric!['question'] ?? null,
        ]);
      }
      for (const [name, dataset] of Object.entries(sections(reading)['datasets'] ?? {}))
        expect([told(trial), [...catalog!.datasets.get(name)!.columns.keys()]]).toEqual([
          told(trial),
          Object.keys(dataset!['columns'] as object),
        ]);
    }
  });

  it('with an error, one of them points into what was changed, or at what names it', () => {
    for (const trial of all.filter(({ errors }) => errors.length > 0)) {
      const { file, mutation, text, errors } = trial;
      const line = lineAt(text, mutation.from);
      const lastLine = lineAt(text, mutation.from + mutation.text.length);
      const extents = [...extentsOf(file.text), ...extentsOf(text)].filter(
        ({ from, to }) => from <= lastLine + 1 && to >= line - 1,
      );
      const first = Math.min(line, ...extents.map(({ from }) => from));
      const names = new Set(extents.map(({ key }) => key.split(' ')[1]!));
      const inChanged = errors.some(({ at }) => at.file === file.path && at.start.line >= first);
      const namesIt = errors.some(({ message }) =>
        (message.match(/\w+/g) ?? []).some((word) => names.has(word)),
      );
      // Settings are one definition, and it is the whole file.
      const isSetting =
        /(company|team)\.yaml$/.test(file.path) && errors.some(({ at }) => at.file === file.path);
      expect([told(trial), errors[0]!.message, inChanged || namesIt || isSetting]).toEqual([
        told(trial),
        errors[0]!.message,
        true,
      ]);
    }
  });

  it('definitions in other files that neither name nor reach what the file defines are as they were', () => {
    let untouched = 0;
    const before = valuesOf(base);
    const seen = new Map([...before.keys()].map((key) => [key, seenBy(key)]));
    for (const trial of all) {
      const { catalog } = trial.result;
      if (trial.file.path === 'company.yaml' || catalog === null) continue;
      const defined = new Set(
        [...extentsOf(trial.file.text), ...extentsOf(trial.text)].map(({ key }) => key.split(' ')[1]!),
      );
      for (const section of Object.values(sections(plainReading(trial.text))))
        if (typeof section === 'object' && section !== null)
          for (const name of Object.keys(section)) defined.add(name);
      const after = valuesOf(catalog);
      const own = new Set([...extentsOf(trial.file.text)].map(({ key }) => key));
      for (const [key, value] of before) {
        const { datasets, words } = seen.get(key)!;
        if (own.has(key) || [...datasets, ...words].some((name) => defined.has(name))) continue;
        untouched += 1;
        if (after.get(key) !== value) throw new Error(`${told(trial)} changed ${key}`);
      }
    }
    expect(untouched).toBeGreaterThan(RUNS);
  });
});
