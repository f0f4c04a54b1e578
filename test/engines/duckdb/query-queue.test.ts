import { QueryQueue, type Release } from '../../../src/engines/duckdb/query-queue';
import { rejection } from './with-engine';

const never = () => new AbortController().signal;

/** Lets everything that is ready happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('at most the limit hold a slot, the others follow in order of arrival', async () => {
  const queue = new QueryQueue(2);
  const started: number[] = [];
  const slots: Release[] = [];
  for (let caller = 0; caller < 5; caller += 1) {
    queue.acquire(never()).then((release) => {
      started.push(caller);
      slots.push(release);
    });
  }
  await settle();
  expect(started).toEqual([0, 1]);
  slots[1]?.();
  await settle();
  expect(started).toEqual([0, 1, 2]);
  slots[0]?.();
  slots[2]?.();
  await settle();
  expect(started).toEqual([0, 1, 2, 3, 4]);
});

test('a newcomer does not overtake one that waits', async () => {
  const queue = new QueryQueue(1);
  const first = await queue.acquire(never());
  const started: string[] = [];
  queue.acquire(never()).then(() => started.push('waiting'));
  first();
  queue.acquire(never()).then(() => started.push('newcomer'));
  await settle();
  expect(started).toEqual(['waiting']);
});

test('releasing twice frees one slot only', async () => {
  const queue = new QueryQueue(1);
  const release = await queue.acquire(never());
  release();
  release();
  await queue.acquire(never());
  let second = false;
  queue.acquire(never()).then(() => {
    second = true;
  });
  await settle();
  expect(second).toBe(false);
});

test('one that gives up while waiting leaves the queue and takes no slot', async () => {
  const queue = new QueryQueue(1);
  const release = await queue.acquire(never());
  const controller = new AbortController();
  const impatient = queue.acquire(controller.signal);
  const patient = queue.acquire(never());
  controller.abort('enough');
  expect(await rejection(impatient)).toBe('enough');
  release();
  await expect(patient).resolves.toBeInstanceOf(Function);
});

test('one that has given up before asking gets no slot', async () => {
  const queue = new QueryQueue(1);
  expect(await rejection((async () => queue.acquire(AbortSignal.abort('too late')))())).toBe('too late');
  await expect(queue.acquire(never())).resolves.toBeInstanceOf(Function);
});
