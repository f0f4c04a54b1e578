import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { type LiveServer, serveLive, until, Workplace } from './live-company';

let place: Workplace;
let served: LiveServer;

async function start(limits: string): Promise<void> {
  place = new Workplace();
  place.writeAll({
    'company.yaml': `name: Small\nzone: UTC\nlimits: { ${limits} }\n`,
    'sales/orders.yaml':
      'datasets: { orders: { table: orders, columns: { amount: bigint } } }\nmetrics: { revenue: { formula: sum(orders.amount) } }\n',
    'sales/slow.yaml':
      'datasets: { slow: { table: slow, columns: { n: bigint } } }\nmetrics: { slow_sum: { formula: sum(slow.n) } }\n',
  });
  await place.seed();
  served = await serveLive(place);
}
afterEach(async () => {
  await served.close();
  place.remove();
});

interface Answered {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: string | null;
  readonly ms: number;
}

async function ask(
  query: string,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Answered> {
  const began = performance.now();
  const response = await fetch(served.server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
    ...(signal === undefined ? {} : { signal }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  const ms = performance.now() - began;
  return {
    status: response.status,
    code: errors?.[0]?.extensions.code,
    retryAfter: response.headers.get('retry-after'),
    ms,
  };
}

const slow = (limit: number): string => `{ metricQuery(metrics: [slow_sum], limit: ${limit}) { rows } }`;
const FAST = '{ metricQuery(metrics: [revenue]) { rows } }';
const running = (): number => served.live.tenet.engine.load().running;

describe('a deadline', () => {
  test('of the caller ends a question of minutes and frees its connection', async () => {
    await start('deadline_ms: 60000');
    const { status, code, ms } = await ask(slow(1), { 'x-tenet-deadline-ms': '200' });
    expect([status, code]).toEqual([504, 'ENGINE.DEADLINE']);
    // 400 ms are asked for; this machine may be five times as slow.
    expect(ms).toBeLessThan(2_000);
    await until(async () => running() === 0, 2_000);
  });

  test('of the company cannot be lengthened', async () => {
    await start('deadline_ms: 300');
    const { status, ms } = await ask(slow(1), { 'x-tenet-deadline-ms': '60000' });
    expect(status).toBe(504);
    expect(ms).toBeLessThan(2_000);
  });

  test('holds for all questions of a request together', async () => {
    await start('deadline_ms: 400');
    const both = `{ a: metricQuery(metrics: [revenue]) { rows } b: metricQuery(metrics: [slow_sum]) { rows notices { code } } }`;
    const { status, code, ms } = await ask(both);
    expect([status, code]).toEqual([200, 'ENGINE.DEADLINE']);
    expect(ms).toBeLessThan(2_000);
  });

  test('that is no number of milliseconds is refused', async () => {
    await start('deadline_ms: 60000');
    for (const wrong of ['0', '-5', '1.5', '2s', '']) {
      const { status, code } = await ask(FAST, { 'x-tenet-deadline-ms': wrong });
      expect([wrong, status, code]).toEqual([wrong, 400, 'REQUEST.HTTP']);
    }
    expect((await ask(FAST, { 'x-tenet-deadline-ms': '10000' })).status).toBe(200);
  });
});

describe('fifty slow questions', () => {
  test('stop neither a fast one, nor the files, nor the health of the process', async () => {
    await start('deadline_ms: 60000');
    const controller = new AbortController();
    const crowd = Array.from({ length: 50 }, (_, i) =>
      ask(slow(i + 1), {}, controller.signal).catch(() => null),
    );
    await until(async () => running() > 0 && served.live.tenet.engine.load().waiting > 40);
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const { status, ms } = await ask(FAST);
      expect(status).toBe(200);
      times.push(ms);
      const began = performance.now();
      await readFile(__filename);
      expect((await fetch(new URL('/health/live', served.server.url))).status).toBe(200);
      times.push(performance.now() - began);
    }
    controller.abort();
    await Promise.all(crowd);
    expect(Math.max(...times)).toBeLessThan(5_000);
    await until(async () => running() === 0);
  });
});

describe('a line that is full', () => {
  test('answers 503 with the time to come again', async () => {
    await start('deadline_ms: 60000, max_waiting: 3');
    const controller = new AbortController();
    const { slots } = served.live.tenet.engine.load();
    const crowd = Array.from({ length: slots + 3 }, (_, i) =>
      ask(slow(i + 1), {}, controller.signal).catch(() => null),
    );
    await until(async () => served.live.tenet.engine.load().waiting === 3);
    expect(await ask(FAST)).toMatchObject({ status: 503, code: 'ENGINE.BUSY', retryAfter: '1' });
    controller.abort();
    await Promise.all(crowd);
    await until(async () => running() === 0);
    expect((await ask(FAST)).status).toBe(200);
  });

  test('is made longer while serving, by company.yaml', async () => {
    await start('deadline_ms: 60000, max_waiting: 3');
    place.write('company.yaml', 'name: Small\nzone: UTC\nlimits: { max_waiting: 5 }\n');
    await until(async () => served.events.some(({ kind }) => kind === 'database'));
    expect((await ask(FAST)).status).toBe(200);
  });
});

test('a caller who goes away frees the place of the question', async () => {
  await start('deadline_ms: 60000');
  const body = JSON.stringify({ query: slow(1) });
  const sent = request(served.server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  sent.on('error', () => undefined);
  sent.end(body);
  await until(async () => running() === 1);
  sent.destroy();
  await until(async () => running() === 0);
});
