import { Failure } from '../../src/base/failure';
import type { Statement } from '../../src/engines/engine';
import { loadCatalogFrom } from '../../src/service/load-catalog';
import { createTenet } from '../../src/service/open';
import { closeServers, DEFINITIONS, type Demo, openDemo, post, serve } from './serve-demo';

let demo: Demo;
let url: string;
/** What reached the engine, and what it is told to refuse. */
const statements: Statement[] = [];
const deadlines: (number | undefined)[] = [];
let refuses: (statement: Statement) => Failure | null = () => null;

beforeAll(async () => {
  demo = await openDemo();
  const { engine } = demo.tenet;
  const counting = Object.assign(Object.create(engine) as typeof engine, {
    run: async (...[statement, types, options]: Parameters<typeof engine.run>) => {
      statements.push(statement);
      deadlines.push(options?.deadlineMs);
      const refusal = refuses(statement);
      if (refusal) throw refusal;
      return engine.run(statement, types, options);
    },
  });
  const server = await serve(createTenet(await loadCatalogFrom(DEFINITIONS), counting));
  url = server.url;
});
beforeEach(() => {
  statements.length = 0;
  deadlines.length = 0;
  refuses = () => null;
});
afterAll(async () => {
  await closeServers();
  await demo?.close();
});

const PERIOD = 'period: { from: "2024-01-01", to: "2025-01-01" }';
const TILES = {
  months: `metricQuery(metrics: [placed_orders], by: [{ time: MONTH }], ${PERIOD}, totals: true) { rows totals }`,
  total: `metricQuery(metrics: [placed_orders], ${PERIOD}) { rows totals }`,
  again: `metricQuery(metrics: [placed_orders], ${PERIOD}) { rows totals }`,
  items: `metricQuery(metrics: [items_per_order], by: [{ time: MONTH }], ${PERIOD}, order: [{ metric: items_per_order, direction: DESC }], limit: 3) { rows totals }`,
  spend: 'metricQuery(metrics: [marketing_spend]) { rows totals }',
  tuples: 'metricQuery(by: [{ dimension: orders__channel }], limit: 2) { rows totals }',
} as const;
const REFUSED =
  'metricQuery(metrics: [marketing_spend], by: [{ dimension: orders__channel }]) { rows totals }';

const operation = (tiles: object): string =>
  `{ ${Object.entries(tiles)
    .map(([name, tile]) => `${name}: ${tile}`)
    .join(' ')} }`;

async function eachAlone(): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const [name, tile] of Object.entries(TILES))
    answers[name] = (await post(url, operation({ [name]: tile }))).data[name];
  return answers;
}

const tables = ({ sql }: Statement): readonly string[] => sql.match(/"shop"\."\w+"/g) ?? [];

describe('the questions of one operation', () => {
  test('reach the engine in one statement for all that share a scan, and each is answered as if alone', async () => {
    const alone = await eachAlone();
    statements.length = 0;
    const together = await post(url, operation(TILES));
    expect([together.status, together.errors]).toEqual([200, []]);
    expect(together.data).toEqual(alone);
    // Months with their totals, the total and the items; the spend; the tuples.
    expect(statements.map(tables)).toEqual([
      ['"shop"."orders"'],
      ['"shop"."campaign_costs"'],
      ['"shop"."orders"'],
    ]);
  });

  test('that are refused touch no other', async () => {
    const alone = await eachAlone();
    const together = await post(url, operation({ ...TILES, refused: REFUSED }));
    expect(together.status).toBe(200);
    expect(together.data).toEqual({ ...alone, refused: null });
    expect(together.errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['refused'], 'DIMENSION.UNREACHABLE'],
    ]);
  });

  test('that fail in a common statement are asked alone, and only the one at fault fails', async () => {
    const alone = await eachAlone();
    const failure = new Failure('ENGINE.FAILED', 'The database could not.', { family: 'engine' });
    refuses = ({ sql }) => (sql.includes('"items"') ? failure : null);
    const together = await post(url, operation(TILES));
    expect(together.data).toEqual({ ...alone, items: null });
    expect(together.errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['items'], 'ENGINE.FAILED'],
    ]);
  });

  test('have each its own deadline: what is slow together is given up early, and only the slow one is late', async () => {
    const alone = await eachAlone();
    deadlines.length = 0;
    const late = new Failure('ENGINE.DEADLINE', 'The deadline has passed.', { family: 'engine' });
    refuses = ({ sql }) => (sql.includes('"items"') ? late : null);
    const { months, total, items } = TILES;
    const together = await post(url, operation({ months, total, items }));
    expect(together.status).toBe(200);
    expect(together.data).toEqual({ months: alone['months'], total: alone['total'], items: null });
    expect(together.errors.map(({ extensions }) => extensions.code)).toEqual(['ENGINE.DEADLINE']);
    const whole = demo.tenet.catalog.company.limits.deadlineMs;
    const [shared = 0, ...others] = deadlines.map((ms) => ms ?? 0);
    expect(shared).toBe(whole / 3);
    for (const ms of others) expect([ms > whole / 2, ms <= whole]).toEqual([true, true]);
  });

  test('say in their SQL that it is one statement for several', async () => {
    const { data } = await post(
      url,
      `{ a: metricQuery(metrics: [placed_orders]) { sql } b: metricQuery(metrics: [placed_orders, items_per_order]) { sql } }`,
    );
    expect(data.a.sql).toBe(data.b.sql);
    expect(statements).toHaveLength(1);
  });
});
