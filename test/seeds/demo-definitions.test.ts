/** What the definitions of the demo company promise to whoever learns the language from them. */
import { readdirSync, readFileSync } from 'node:fs';
import { readDefinitions } from '../../src/metrics/definitions/read';
import { type Resolved, resolve } from '../../src/metrics/definitions/resolve';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import type { Catalog } from '../../src/metrics/model/catalog';
import { loadDefinitionFiles } from '../../src/service/definition-files';
import { checkExamples } from '../../src/service/examples/check-examples';
import { variantsOf } from '../../src/service/examples/subject';
import { loadCatalog } from '../../src/service/load-catalog';
import { filterShape, sameButForFilters } from './filter-shape';

type Raw = ReturnType<typeof readDefinitions>;

let raw: Raw;
let resolved: Resolved;
let catalog: Catalog;
beforeAll(async () => {
  await loadGrammar();
  raw = readDefinitions((await loadDefinitionFiles('definitions')).files);
  resolved = resolve(raw);
  catalog = resolved.catalog!;
});

test('the definitions have no finding', () => {
  expect(resolved.diagnostics).toEqual([]);
});

test('nine teams have what they decide by', () => {
  expect([...catalog.teams.keys()].sort()).toEqual(
    'customers fulfilment funding marketing onboarding sales stock support underwriting'.split(' '),
  );
  const dimensions = [...catalog.datasets.values()].flatMap((dataset) => [...dataset.dimensions.values()]);
  expect(catalog.metrics.size).toBeGreaterThanOrEqual(60);
  expect(dimensions.length).toBeGreaterThanOrEqual(40);
  expect(catalog.datasets.size).toBeGreaterThanOrEqual(15);
  expect(catalog.segments.size).toBeGreaterThanOrEqual(10);
  for (const name of catalog.teams.keys())
    expect([...catalog.metrics.values()].filter(({ team }) => team === name).length).toBeGreaterThanOrEqual(
      5,
    );
});

test('every metric opens with the question that it answers, and says what is decided by it', () => {
  for (const { name, value, at } of raw.metrics) {
    expect({ name, question: value.question }).toEqual({
      name,
      question: expect.stringMatching(/^[A-Z].*\?$/),
    });
    expect({ name, decision: value.decision }).toEqual({ name, decision: expect.stringMatching(/^[A-Z]/) });
    const lines = readFileSync(`definitions/${at.file}`, 'utf8').split('\n').slice(at.start.line);
    expect({ name, keys: lines.slice(0, 2).map((line) => line.trim().split(':')[0]) }).toEqual({
      name,
      keys: ['label', 'question'],
    });
  }
});

test('every metric has a unit, every ratio says how it is written, and no two labels are the same', () => {
  const metrics = [...catalog.metrics.values()];
  for (const { name, unit, format } of metrics) {
    expect({ name, unit }).toEqual({ name, unit: expect.stringMatching(/./) });
    if (unit === 'ratio') expect({ name, format }).toEqual({ name, format: expect.stringMatching(/^0/) });
  }
  expect(new Set(metrics.map(({ label }) => label)).size).toBe(metrics.length);
});

test('every team has a scorecard that is asked by its name', () => {
  const boards = [...catalog.savedQueries.values()];
  for (const name of catalog.teams.keys())
    expect(boards.filter(({ team }) => team === name).map((board) => board.name)).toContain(
      `${name}_scorecard`,
    );
  for (const { name, question } of boards)
    expect({ name, question }).toEqual({ name, question: expect.stringMatching(/^[A-Z].*\?$/) });
});

test('every dataset, dimension and segment is described', () => {
  const definitions = [
    ...catalog.segments.values(),
    ...[...catalog.datasets.values()].flatMap((dataset) => [dataset, ...dataset.dimensions.values()]),
  ];
  for (const { name, description } of definitions)
    expect({ name, description }).toEqual({ name, description: expect.stringMatching(/./) });
});

test('every team has a page: an owner, what it decides by, and the files in reading order', () => {
  for (const { name, owner, description } of catalog.teams.values()) {
    expect(owner).toMatch(/^[a-z-]+@thornbury-lane\.example$/);
    expect(description).toMatch(/Decides? by /);
    const page = readFileSync(`definitions/${name}/team.yaml`, 'utf8');
    for (const file of readdirSync(`definitions/${name}`).filter((file) => file !== 'team.yaml'))
      expect(page).toContain(file);
  }
});

describe('no two metrics differ only by a filter', () => {
  test('in the demo company', () => {
    expect(sameButForFilters(catalog.metrics.values())).toEqual([]);
  });

  const over = async (metrics: string) => {
    const file = (path: string, text: string) => ({ path, text });
    const found = await loadCatalog([
      file('company.yaml', 'zone: UTC'),
      file(
        'a/a.yaml',
        `datasets:
  things: { table: things, key: id, time: day, columns: { id: bigint, day: date, later: date, kind: string, n: integer } }
metrics:
${metrics}`,
      ),
    ]);
    expect(found.diagnostics).toEqual([]);
    return sameButForFilters(found.catalog!.metrics.values());
  };

  test.each([
    [
      'in a value',
      "count(things)', where: \"things.kind = 'x'\"",
      "count(things)', where: \"things.kind = 'y'\"",
    ],
    [
      'in an operator',
      "count(things)', where: \"things.kind = 'x'\"",
      "count(things)', where: \"things.kind <> 'x'\"",
    ],
    [
      'in a list',
      "count(things)', where: \"things.kind in ('x', 'y')\"",
      "count(things)', where: \"things.kind = 'x'\"",
    ],
    [
      'in a filter',
      "sum(things.n) filter (where things.n > 1)'",
      "sum(things.n) filter (where things.n < 9)'",
    ],
  ])('%s, they are found', async (_, a, b) => {
    expect(await over(`  a: { formula: '${a} }\n  b: { formula: '${b} }`)).toEqual([['a', 'b']]);
  });

  test.each([
    ['another aggregate', 'count(things)', 'sum(things.n)'],
    ['another argument', 'count(things.kind)', 'count(things.n)'],
    [
      'another column in the filter',
      'count(things) filter (where things.n > 1)',
      'count(things) filter (where things.kind is null)',
    ],
    ['another arithmetic', 'sum(things.n) / 2', 'sum(things.n) / 4'],
  ])('%s is another metric', async (_, a, b) => {
    expect(await over(`  a: { formula: '${a}' }\n  b: { formula: '${b}' }`)).toEqual([]);
  });

  test('another time is another metric', async () => {
    expect(
      await over('  a: { formula: count(things) }\n  b: { formula: count(things), time: things.later }'),
    ).toEqual([]);
  });

  test('the shape of net revenue names what its filter tests', () => {
    expect(filterShape(catalog.metrics.get('net_revenue')!)).toContain('["orders.is_test","orders.status"]');
  });
});

type RawMetrics = Raw['metrics'];

/** A metric with one of its examples; numbers are read from the text, so the way back to it stays that of the whole list. */
function withOnly(definition: RawMetrics[number], index: number): RawMetrics[number] {
  const example = definition.value.examples![index]!;
  return {
    ...definition,
    value: { ...definition.value, examples: [example] },
    excerpt: ([key, ...path]) =>
      definition.excerpt(key === 'examples' ? [key, index, ...path.slice(1)] : [key!, ...path]),
  };
}

/** For each metric, how many of its examples fail when some clause is left out, each run as if it were the only one. */
async function provingExamples(): Promise<ReadonlyMap<string, number>> {
  const clauses = new Map(
    raw.metrics.map((definition) => [
      definition.name,
      variantsOf(catalog, catalog.metrics.get(definition.name)!, definition).filter(
        ({ metric }) => metric !== null,
      ).length,
    ]),
  );
  const proving = new Map<string, number>();
  const most = Math.max(...raw.metrics.map(({ value }) => value.examples?.length ?? 0));
  for (let i = 0; i < most; i++) {
    const metrics = raw.metrics.flatMap((definition) => {
      return definition.value.examples?.[i] ? [withOnly(definition, i)] : [];
    });
    const findings = await checkExamples(catalog, { metrics });
    expect(findings.filter(({ code }) => code !== 'EXAMPLE.UNPROVED_CLAUSE')).toEqual([]);
    for (const { name } of metrics) {
      const unproved = findings.filter(({ definition }) => definition?.name === name).length;
      if (unproved < clauses.get(name)!) proving.set(name, (proving.get(name) ?? 0) + 1);
    }
  }
  return proving;
}

test('forty metrics have two or more examples that each fail when a clause is left out', async () => {
  const proving = await provingExamples();
  const twice = [...proving].filter(([, count]) => count >= 2).map(([name]) => name);
  expect(twice.length).toBeGreaterThanOrEqual(40);
});
