import { readDefinitions } from '../../src/metrics/definitions/read';
import { resolve } from '../../src/metrics/definitions/resolve';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import type { Value } from '../../src/metrics/model/answer';
import { bindTree, treeOf } from '../../src/service/examples/bind-tree';
import { checkExamples } from '../../src/service/examples/check-examples';
import { makeWorld } from '../oracle/generate/make-world';
import { filesOf, statementsOf, tablesOf } from '../oracle/render';
import type { Cell, Dataset, World } from '../oracle/world';
import committed from '../seed.json';
import { openTenet } from '../support/in-memory-tenet';

const WORLDS = 10;
const worlds = Array.from({ length: WORLDS }, (_, i) => ({
  label: `examples/${committed.seed}/${i}`,
  world: makeWorld(`examples/${committed.seed}/${i}`).world,
}));

beforeAll(() => loadGrammar());

const cellText = (cell: Cell, type: string): unknown =>
  type === 'boolean' ? cell === 'true' : type === 'double' && !Number.isFinite(Number(cell)) ? null : cell;

const rowsOf = ({ columns, rows }: Dataset): unknown[] =>
  rows.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ name, type }, i) => {
        const cell = row[i] ?? null;
        return cell === null ? [] : [[name, cellText(cell, type)]];
      }),
    ),
  );

/** The same company with only some of its rows. */
const thinned = (world: World, keep: (row: number) => boolean): World => ({
  ...world,
  datasets: world.datasets.map((dataset) => ({
    ...dataset,
    rows: dataset.rows.filter((_, i) => keep(i)),
  })),
});

/** What a database with these rows answers, by metric; a metric that it refuses is left out. */
async function answersOver(world: World): Promise<ReadonlyMap<string, Value>> {
  const opened = await openTenet({ files: filesOf(world), statements: statementsOf(tablesOf(world)) });
  const answers = new Map<string, Value>();
  try {
    for (const { name } of world.metrics) {
      const { data } = await opened.tenet.ask({ metrics: [name] }).catch(() => ({ data: [] }));
      if (data[0]) answers.set(name, data[0][0] ?? null);
    }
  } finally {
    await opened.close();
  }
  return answers;
}

const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner));

describe('random companies', () => {
  test.each(worlds)('$label: rows answer alike as an example and in a database', async ({ world }) => {
    const shares = [() => true, () => false, (row: number) => row % 2 === 0, (row: number) => row % 3 > 0];
    const parts = shares.map((keep) => thinned(world, keep));
    const answers = await Promise.all(parts.map(answersOver));
    const examples = world.metrics.map(({ name }) => {
      const own = parts.flatMap((part, i) => {
        if (!answers[i]?.has(name)) return [];
        const rows = Object.fromEntries(part.datasets.map((dataset) => [dataset.name, rowsOf(dataset)]));
        return [{ story: `share ${i}`, ...rows, answer: answers[i].get(name) }];
      });
      return `{ "name": ${JSON.stringify(name)}, "examples": ${jsonOf(own)} }`;
    });
    const raw = readDefinitions(filesOf(world));
    const { catalog } = resolve(raw);
    // The definitions of a company hold no examples; those made here are read by the same reader.
    const given = readDefinitions([
      { path: 'company.yaml', text: 'zone: UTC' },
      {
        path: 'sales/a.yaml',
        text: `metrics:\n${examples.map((text) => exampleEntry(JSON.parse(text))).join('')}`,
      },
    ]);
    const metrics = raw.metrics.map((definition) => {
      const own = given.metrics.find(({ name }) => name === definition.name)!;
      return { ...own, value: { ...definition.value, examples: own.value.examples } };
    });
    const count = metrics.reduce((sum, { value }) => sum + (value.examples?.length ?? 0), 0);
    expect(count).toBeGreaterThan(world.metrics.length * 3);
    const findings = await checkExamples(catalog!, { metrics });
    expect(findings.filter(({ code }) => code !== 'EXAMPLE.UNPROVED_CLAUSE')).toEqual([]);
  });

  test.each(worlds)('$label: a metric that is bound anew without a change is the same', ({ world }) => {
    const raw = readDefinitions(filesOf(world));
    const { catalog } = resolve(raw);
    for (const definition of raw.metrics) {
      const metric = catalog!.metrics.get(definition.name)!;
      const again = bindTree(catalog!, metric, definition.value.time, treeOf(definition)!);
      expect(JSON.stringify(again)).toBe(JSON.stringify(metric));
    }
  });
});

const exampleEntry = ({ name, examples }: { name: string; examples: unknown[] }): string =>
  `  ${name}: { formula: count(x), examples: ${JSON.stringify(examples)} }\n`;
