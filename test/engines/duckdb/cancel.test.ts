import { getEventListeners, getMaxListeners } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDuckdb } from '../../../src/engines/duckdb/open-duckdb';
import type { Engine, RunOptions } from '../../../src/engines/engine';
import { ENDLESS, execute, firstColumn, rejection } from './with-engine';

const QUICKLY_MS = 200;

/** With one slot, whatever a cancelled statement kept would block the next one for good. */
let engine: Engine;
beforeEach(async () => {
  engine = await openDuckdb({ path: ':memory:', readOnly: false, maxConcurrent: 1 });
});
afterEach(() => engine.close());

const run = (sql: string, options: RunOptions) => engine.run({ sql, bindings: [] }, [], options);

async function timed<T>(work: Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now();
  const result = await work;
  return { result, ms: performance.now() - start };
}

/** Statements that keep DuckDB busy in different operators: join, sort, distinct, window, recursion, one long value. */
const BUSY = [
  ENDLESS,
  'SELECT range FROM range(200000000) ORDER BY hash(range) LIMIT 5',
  'SELECT count(DISTINCT hash(range)) FROM range(300000000)',
  'SELECT sum(range) OVER (ORDER BY hash(range)) FROM range(30000000) LIMIT 5',
  'SELECT quantile_cont(hash(range)::DOUBLE, 0.9) FROM range(200000000)',
  'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 100000000) SELECT count(*) FROM t',
];

test.each(BUSY)('an abort ends it within 200 ms and frees its place: %s', async (sql) => {
  const controller = new AbortController();
  const running = rejection(run(sql, { signal: controller.signal }));
  await sleep(150);
  controller.abort();
  const cancelled = await timed(running);
  expect(cancelled.result).toMatchObject({ code: 'ENGINE.CANCELLED', family: 'engine' });
  expect(cancelled.ms).toBeLessThan(QUICKLY_MS);
  const next = await timed(firstColumn(engine, 'SELECT 1'));
  expect(next.result).toEqual([1]);
  expect(next.ms).toBeLessThan(QUICKLY_MS);
});

test('an abort at any moment is heard, also between preparing and running', async () => {
  for (let round = 0; round < 40; round += 1) {
    const controller = new AbortController();
    const running = rejection(run(ENDLESS, { signal: controller.signal }));
    if (round % 2 === 0) await sleep(round / 10);
    else for (let turn = 0; turn < round; turn += 1) await new Promise(setImmediate);
    controller.abort();
    expect(await running).toMatchObject({ code: 'ENGINE.CANCELLED' });
  }
  const next = await timed(firstColumn(engine, 'SELECT 1'));
  expect(next.ms).toBeLessThan(QUICKLY_MS);
});

test('a signal that is aborted already runs nothing', async () => {
  const write = run('CREATE TABLE written AS SELECT 1', { signal: AbortSignal.abort() });
  expect(await rejection(write)).toMatchObject({ code: 'ENGINE.CANCELLED' });
  expect(await engine.describe(['written'])).toBeNull();
});

test('the deadline ends a statement and says how long it was', async () => {
  const ended = await timed(rejection(run(ENDLESS, { deadlineMs: 100 })));
  expect(ended.result).toMatchObject({ code: 'ENGINE.DEADLINE', family: 'engine' });
  expect(String(ended.result)).toContain('100 ms');
  expect(ended.ms).toBeGreaterThanOrEqual(95);
  expect(ended.ms).toBeLessThan(100 + QUICKLY_MS);
});

test('the deadline counts the time in the queue', async () => {
  const controller = new AbortController();
  const first = rejection(run(ENDLESS, { signal: controller.signal }));
  const ended = await timed(rejection(run('SELECT 1', { deadlineMs: 100 })));
  expect(ended.result).toMatchObject({ code: 'ENGINE.DEADLINE' });
  expect(ended.ms).toBeLessThan(100 + QUICKLY_MS);
  controller.abort();
  await first;
});

test('a statement within its deadline is not touched, and its timer does not outlive it', async () => {
  const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const result = await run('SELECT 1 AS a', { deadlineMs: 60_000 });
  expect(result.columns).toEqual([[1]]);
  await sleep(5);
  expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThanOrEqual(
    before,
  );
});

test('a deadline longer than any timer is no deadline of one millisecond', async () => {
  expect((await run('SELECT count(*) FROM range(20000000)', { deadlineMs: 2 ** 40 })).rowCount).toBe(1);
});

test('with one slot, statements end in the order in which they came', async () => {
  const ended: number[] = [];
  await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      await run(index === 0 ? 'SELECT count(*) FROM range(30000000)' : 'SELECT 1', {});
      ended.push(index);
    }),
  );
  expect(ended).toEqual(Array.from({ length: 12 }, (_, index) => index));
});

test('one signal can end many statements, running and waiting, and is let go of', async () => {
  const controller = new AbortController();
  const all = Array.from({ length: 30 }, () => rejection(run(ENDLESS, { signal: controller.signal })));
  await sleep(50);
  expect(getMaxListeners(controller.signal)).toBeGreaterThan(30);
  controller.abort();
  for (const error of await Promise.all(all)) expect(error).toMatchObject({ code: 'ENGINE.CANCELLED' });
});

test('a signal that is never used is let go of', async () => {
  const { signal } = new AbortController();
  await run('SELECT 1', { signal });
  await rejection(run('SELECT nonsense', { signal }));
  await sleep(5);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('running statements leave threads for reading files', async () => {
  const other = await openDuckdb({ path: ':memory:', readOnly: false });
  const controller = new AbortController();
  const all = Array.from({ length: 8 }, () =>
    rejection(other.run({ sql: ENDLESS, bindings: [] }, [], { signal: controller.signal })),
  );
  await sleep(100);
  const read = await timed(readFile(__filename));
  controller.abort();
  await Promise.all(all);
  await other.close();
  expect(read.ms).toBeLessThan(1000);
});

test('closing waits for what runs', async () => {
  const running = firstColumn(engine, 'SELECT count(*) FROM range(50000000)');
  const waiting = firstColumn(engine, 'SELECT 2');
  await engine.close();
  expect(await Promise.all([running, waiting])).toEqual([[50_000_000], [2]]);
});

test('closing cancels what does not end in its grace, waiting or running, and takes no more', async () => {
  const other = await openDuckdb({ path: ':memory:', readOnly: false, maxConcurrent: 1, closeGraceMs: 50 });
  const running = rejection(execute(other, ENDLESS));
  const waiting = rejection(execute(other, 'SELECT 1'));
  await sleep(50);
  const closed = timed(Promise.all([other.close(), other.close()]));
  expect(await rejection(execute(other, 'SELECT 1'))).toMatchObject({ code: 'ENGINE.UNAVAILABLE' });
  expect((await closed).ms).toBeLessThan(50 + QUICKLY_MS);
  expect(await running).toMatchObject({ code: 'ENGINE.UNAVAILABLE' });
  expect(await waiting).toMatchObject({ code: 'ENGINE.UNAVAILABLE' });
});
