/** Laws about one question and two companies: what must not change when the company changes in a way that means nothing. */
import { parse } from 'yaml';
import type { Catalog } from '../../src/metrics/model/catalog';
import type { Query } from '../../src/metrics/model/query';
import type { File } from '../oracle/render';
import type { Dataset, Join, World } from '../oracle/world';
import type { OpenTenet } from '../support/in-memory-tenet';
import { differenceOfAnswers } from './law-answers';
import { renamedQuestion, renamedWorld, renamingOf } from './law-renaming';
import {
  type Asked,
  about,
  ask,
  closeLawWorlds,
  filesOfLaws,
  holds,
  type LawWorld,
  legalQuestion,
  openLawWorld,
  queryOf,
  SAYS_NOTHING,
} from './law-worlds';

const QUESTIONS = 3;

afterAll(closeLawWorlds);

/** Some questions of the company that are answered. */
async function questions(law: LawWorld, seed: number, fits?: (question: Query) => boolean) {
  const asked: Asked[] = [];
  for (let i = 0; i < QUESTIONS; i++) {
    const one = await legalQuestion(law, seed + i * 1000, fits);
    if (one) asked.push(one);
  }
  return asked;
}

/** Asks the changed company the same questions. `translated` puts a question into its names. */
async function stillTrue(
  opening: Promise<OpenTenet>,
  asked: readonly Asked[],
  translated: (asked: Asked) => Query = ({ question }) => question,
): Promise<string | null> {
  const opened = await opening;
  try {
    for (const one of asked) {
      const { question, answer } = one;
      const again = await ask(opened, translated(one));
      const wrong = again
        ? differenceOfAnswers(answer, again, (question.by ?? []).length)
        : 'it is refused now';
      if (wrong) return `${wrong}: ${JSON.stringify(question)}`;
    }
    return null;
  } finally {
    await opened.close();
  }
}

/** Its rows come from SQL, so that they are those of other tables. */
const isQueried = (dataset: Dataset): boolean => 'query' in dataset && dataset.query !== undefined;

const withDataset = (world: World, changed: Dataset): World => ({
  ...world,
  datasets: world.datasets.map((each) => (each.name === changed.name ? changed : each)),
});

describe('joins and rows that a metric does not read (law 7)', () => {
  /** A role to a dataset, by new columns that hold keys, orphans and NULLs. */
  function withUnusedJoin(world: World, from: Dataset, to: Dataset): World {
    const by = to.key.map((key) => `unused_${key}`);
    const types = to.key.map((key) => to.columns.find(({ name }) => name === key)?.type ?? 'bigint');
    const keys = to.rows.map((row) =>
      to.key.map((key) => row[to.columns.findIndex((c) => c.name === key)] ?? null),
    );
    const join: Join = { name: 'unused_role', to: to.name, by };
    return withDataset(world, {
      ...from,
      columns: [...from.columns, ...by.map((name, i) => ({ name, type: types[i] ?? 'bigint' }))],
      joins: [...from.joins, join],
      rows: from.rows.map((row, i) => [...row, ...(keys[i % (keys.length + 1)] ?? by.map(() => null))]),
    });
  }

  test('an unused join changes nothing', () =>
    holds(4, async (law, seed) => {
      const { datasets } = law.world;
      const targets = datasets.filter(({ key }) => key.length > 0);
      const from = datasets[seed % datasets.length];
      const to = targets[seed % Math.max(1, targets.length)];
      if (!from || isQueried(from) || !to) return SAYS_NOTHING;
      const changed = withUnusedJoin(law.world, from, to);
      return stillTrue(openLawWorld(changed), await questions(law, seed));
    }));

  /** Tables that nothing leads to. */
  const factsOf = ({ datasets }: World): readonly Dataset[] =>
    datasets.filter(
      (each) => !isQueried(each) && !datasets.some((other) => other.joins.some(({ to }) => to === each.name)),
    );

  const NEW_KEY: Readonly<Record<string, (cell: string) => string>> = {
    string: (cell) => `${cell} again`,
    date: (cell) => cell.replace(/^\d{4}/, (year) => String(Number(year) + 200)),
  };

  /** Every row a second time, under another key where there is one. */
  function doubled(fact: Dataset): Dataset {
    const place = fact.columns.findIndex(({ name }) => name === fact.key[0]);
    const another = NEW_KEY[fact.columns[place]?.type ?? ''] ?? ((cell) => String(BigInt(cell) + 500n));
    const again = fact.rows.map((row) =>
      row.map((cell, i) => (i === place && cell !== null ? another(cell) : cell)),
    );
    return { ...fact, rows: [...fact.rows, ...again] };
  }

  const readsEntities = (tree: unknown): boolean => JSON.stringify(tree).includes('"per"');

  test('twice the rows of a fact never change an aggregate homed above it', () =>
    holds(5, async (law, seed) => {
      const facts = factsOf(law.world);
      const fact = facts[seed % Math.max(1, facts.length)];
      if (!fact) return SAYS_NOTHING;
      const above = about(
        law,
        ({ leaves }) => leaves.every(({ home }) => home !== fact.name) && !readsEntities(leaves),
      );
      const asked = await questions(
        above,
        seed,
        ({ segments = [], ...rest }) => segments.length === 0 && !readsEntities(rest),
      );
      if (asked.length === 0) return SAYS_NOTHING;
      return stillTrue(openLawWorld(withDataset(law.world, doubled(fact))), asked);
    }));
});

describe('rows', () => {
  const sorted = (dataset: Dataset, seed: number): Dataset => {
    const place = (row: readonly unknown[]): number =>
      [...JSON.stringify(row)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 99_991, 7);
    return { ...dataset, rows: [...dataset.rows].sort((a, b) => place(a) - place(b)) };
  };

  test('the order of the rows in their tables changes nothing', () =>
    holds(4, async (law, seed) => {
      const datasets = law.world.datasets.map((each) => sorted(each, seed));
      return stillTrue(openLawWorld({ ...law.world, datasets }), await questions(law, seed));
    }));
});

describe('definitions that a question does not name', () => {
  const more = (team: string): File => ({
    path: `${team}/more.yaml`,
    text: JSON.stringify({
      datasets: {
        aaa_visits: {
          description: 'Nothing leads here and nothing from here.',
          table: 'aaa_visits',
          key: 'id',
          time: 'day',
          columns: { id: 'bigint', day: 'date', status: 'string' },
          dimensions: { status: {} },
        },
      },
      metrics: {
        aaa_visits_made: { question: 'How many visits?', formula: 'count(aaa_visits)' },
        zzz_visits_made: { question: 'How many days?', formula: 'count(distinct aaa_visits.day)' },
      },
      segments: { aaa_seen: { of: 'aaa_visits', where: "aaa_visits.status = 'seen'" } },
    }),
  });

  test('another dataset, metrics and a segment beside them change nothing, and neither does their absence', () =>
    holds(4, async (law, seed) => {
      const [first] = law.world.datasets;
      if (!first) return SAYS_NOTHING;
      const files = [...(await filesOfLaws(law.world)), more(first.team)];
      return stillTrue(openLawWorld(law.world, files), await questions(law, seed));
    }));
});

describe('names and files', () => {
  test('renaming every dataset, column and dimension changes nothing', () =>
    holds(4, async (law, seed) => {
      const renaming = renamingOf(law.world);
      return stillTrue(
        openLawWorld(renamedWorld(law.world, renaming)),
        await questions(law, seed),
        ({ made }) => queryOf(renamedQuestion(made, renaming)),
      );
    }));

  /** Each definition in a file of its own, in the folder of its team. */
  function split({ path, text }: File): readonly File[] {
    const definitions = parse(text) as Record<string, Record<string, unknown> | null>;
    const kinds = ['datasets', 'metrics', 'segments'].filter((kind) => definitions[kind]);
    if (kinds.length === 0) return [{ path, text }];
    const folder = path.slice(0, path.lastIndexOf('/'));
    return kinds.flatMap((kind) =>
      Object.entries(definitions[kind] ?? {}).map(([name, definition]) => ({
        path: `${folder}/${kind}-${name}.yaml`,
        text: JSON.stringify({ [kind]: { [name]: definition } }),
      })),
    );
  }

  /** A catalog without the places of its definitions; maps in one order. */
  const meaningOf = (catalog: Catalog): string =>
    JSON.stringify(catalog, (key, value: unknown) => {
      if (key === 'at' || key === 'version') return undefined;
      return value instanceof Map ? [...value].sort(([a], [b]) => (a < b ? -1 : 1)) : value;
    });

  test('splitting definition files changes neither the catalog nor an answer', () =>
    holds(4, async (law, seed) => {
      const files = (await filesOfLaws(law.world)).flatMap(split);
      const opening = openLawWorld(law.world, files);
      const { tenet } = await opening;
      if (meaningOf(tenet.catalog) !== meaningOf(law.opened.tenet.catalog))
        return 'the catalog is another one';
      return stillTrue(opening, await questions(law, seed));
    }));
});
