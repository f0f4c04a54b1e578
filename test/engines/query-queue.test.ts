import { readFile } from 'node:fs/promises';
import { openDuckdb } from '../../src/engines/duckdb/open-duckdb';
import { QueryQueue } from '../../src/engines/query-queue';
import { ENDLESS, rejection } from './duckdb/with-engine';

const never = new AbortController().signal;

/** Lets everything that is ready happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Work in a queue that ends when it is told to, or when it has to make room. */
class Workload {
  /** In the order of beginning; again for one that was begun again. */
  readonly began: string[] = [];
  private readonly ends = new Map<string, () => void>();

  constructor(private readonly queue: QueryQueue) {}

  add(name: string, path: readonly string[] = [], signal = never): Promise<string> {
    const work = (room: AbortSignal): Promise<string> => {
      this.began.push(name);
      return new Promise((resolve, reject) => {
        this.ends.set(name, () => resolve(name));
        room.addEventListener('abort', () => reject(room.reason));
      });
    };
    return this.queue.run(work, signal, path);
  }

  async end(name: string): Promise<void> {
    this.ends.get(name)?.();
    await settle();
  }
}

describe('slots', () => {
  test('are held by as many as there are, the others follow in order of arrival', async () => {
    const work = new Workload(new QueryQueue({ slots: 2 }));
    for (const name of ['a', 'b', 'c', 'd', 'e']) void work.add(name);
    await settle();
    expect(work.began).toEqual(['a', 'b']);
    await work.end('b');
    expect(work.began).toEqual(['a', 'b', 'c']);
    await work.end('a');
    await work.end('c');
    expect(work.began).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('are counted, with those who wait', async () => {
    const queue = new QueryQueue({ slots: 2 });
    const work = new Workload(queue);
    for (const name of ['a', 'b', 'c']) void work.add(name);
    await settle();
    expect(queue.load()).toEqual({ slots: 2, running: 2, waiting: 1, sentBack: 0 });
    for (const name of ['a', 'b', 'c']) await work.end(name);
    expect(queue.load()).toEqual({ slots: 2, running: 0, waiting: 0, sentBack: 0 });
  });

  test('are free again after a failure', async () => {
    const queue = new QueryQueue({ slots: 1 });
    expect(await rejection(queue.run(() => Promise.reject('broken'), never, []))).toBe('broken');
    expect(queue.load().running).toBe(0);
  });
});

describe('one that gives up', () => {
  test('while waiting leaves the line and takes no slot', async () => {
    const work = new Workload(new QueryQueue({ slots: 1 }));
    void work.add('a');
    const controller = new AbortController();
    const impatient = work.add('b', ['x'], controller.signal);
    void work.add('c', ['x']);
    controller.abort('enough');
    expect(await rejection(impatient)).toBe('enough');
    await work.end('a');
    expect(work.began).toEqual(['a', 'c']);
  });

  test('before asking gets no slot', async () => {
    const queue = new QueryQueue({ slots: 1 });
    const work = new Workload(queue);
    expect(await rejection(work.add('a', [], AbortSignal.abort('too late')))).toBe('too late');
    expect([work.began, queue.load().waiting]).toEqual([[], 0]);
  });
});

describe('turns', () => {
  test('go round the callers, and in a caller round its operations', async () => {
    const work = new Workload(new QueryQueue({ slots: 1 }));
    void work.add('first');
    await settle();
    for (const [name, ...path] of [
      ['a1', 'a', 'board'],
      ['a2', 'a', 'board'],
      ['a3', 'a', 'board'],
      ['a4', 'a', 'list'],
      ['b1', 'b', 'board'],
      ['b2', 'b', 'board'],
    ])
      void work.add(name!, path);
    for (const name of ['first', 'a1', 'b1', 'a4', 'b2', 'a2']) await work.end(name);
    expect(work.began).toEqual(['first', 'a1', 'b1', 'a4', 'b2', 'a2', 'a3']);
  });
});

test('a newcomer has its first turn next but one, whatever waits', async () => {
  const work = new Workload(new QueryQueue({ slots: 1 }));
  void work.add('first');
  await settle();
  for (let i = 0; i < 30; i++) void work.add(`crowd ${i}`, ['a', `operation ${i}`]);
  await work.end('first');
  void work.add('newcomer', ['a', 'another']);
  await work.end(work.began.at(-1)!);
  await work.end(work.began.at(-1)!);
  expect(work.began.slice(1)).toContain('newcomer');
});

describe('a line that is full', () => {
  test('refuses the next one at once', async () => {
    const work = new Workload(new QueryQueue({ slots: 1, maxWaiting: 2 }));
    for (const name of ['a', 'b', 'c']) void work.add(name);
    expect(await rejection(work.add('d'))).toMatchObject({ code: 'ENGINE.BUSY', family: 'engine' });
    await work.end('a');
    void work.add('e');
    await work.end('b');
    expect(work.began).toEqual(['a', 'b', 'c']);
  });
});

describe('long ones', () => {
  test('hold three quarters of the slots when others wait; the youngest gets a longer try, and then waits its turn', async () => {
    const queue = new QueryQueue({ slots: 4, patienceMs: 20 });
    const work = new Workload(queue);
    for (const name of ['a', 'b', 'c', 'd']) void work.add(name);
    await pause(60);
    expect(queue.load()).toMatchObject({ running: 4, sentBack: 0 });
    void work.add('short');
    await settle();
    expect(work.began).toEqual(['a', 'b', 'c', 'd', 'short']);
    await work.end('short');
    expect(work.began.at(-1)).toBe('d');
    await pause(150);
    void work.add('another');
    await settle();
    expect(work.began.at(-1)).toBe('another');
    await work.end('another');
    expect(work.began.at(-1)).toBe('d');
    await pause(300);
    void work.add('last');
    await settle();
    expect(queue.load()).toMatchObject({ running: 4, waiting: 1, sentBack: 3 });
    await work.end('last');
    await pause(50);
    expect(work.began.at(-1)).toBe('last');
    await work.end('a');
    expect(work.began.at(-1)).toBe('d');
  });

  test('do not take a statement of middling length along: its second try is longer', async () => {
    const work = new Workload(new QueryQueue({ slots: 2, patienceMs: 20 }));
    for (const name of ['a', 'b', 'c']) void work.add(name, [name]);
    await pause(40);
    const middling = work.add('middling', ['m']);
    for (let wait = 0; wait < 100 && work.began.filter((name) => name === 'middling').length < 2; wait++)
      await pause(20);
    await work.end('middling');
    expect(await middling).toBe('middling');
  });

  test('are not starved by short ones: free slots go to both in turns', async () => {
    const work = new Workload(new QueryQueue({ slots: 2, patienceMs: 20 }));
    for (const name of ['a', 'b']) void work.add(name);
    await pause(60);
    for (const name of ['s1', 's2', 's3']) void work.add(name);
    await settle();
    expect(work.began).toEqual(['a', 'b', 's1']);
    await work.end('a');
    expect(work.began.at(-1)).toBe('b');
  });
});

describe('fifty endless statements', () => {
  test('stop neither short ones nor the files', async () => {
    const engine = await openDuckdb({ path: ':memory:', readOnly: false, maxConcurrent: 2, closeGraceMs: 0 });
    const controller = new AbortController();
    const slow = Array.from({ length: 50 }, (_, i) =>
      rejection(
        engine.run({ sql: `${ENDLESS} -- ${i}`, bindings: [] }, [], {
          signal: controller.signal,
          caller: ['a', `op ${i}`],
        }),
      ),
    );
    const times: number[] = [];
    try {
      await pause(200);
      for (let round = 0; round < 5; round++) {
        const began = performance.now();
        await engine.run({ sql: 'SELECT 1', bindings: [] }, [], { caller: ['b', 'fast'] });
        await readFile(__filename);
        times.push(performance.now() - began);
      }
      expect(engine.load().running).toBe(2);
    } finally {
      controller.abort();
      await Promise.all(slow);
      await engine.close();
    }
    expect(Math.max(...times)).toBeLessThan(5_000);
  });
});
