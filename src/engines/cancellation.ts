import { setMaxListeners } from 'node:events';
import { Failure } from '../base/failure';
import { deadlineExceeded } from './deadline-exceeded';
import type { RunOptions } from './engine';

/** Everything that can end one statement early, as one signal; its reason is the Failure to throw. */
export interface Cancellation {
  readonly signal: AbortSignal;
  /** Ends the statement for a reason of the engine's own, such as closing. */
  cancel(reason: Failure): void;
  /** Forgets the timer and the caller's signal. */
  dispose(): void;
}

/** Starts the clock of `deadlineMs`, which counts the time spent in the queue, and follows the caller's signal. */
export function startCancellation(options: RunOptions): Cancellation {
  const controller = new AbortController();
  const { signal: caller, deadlineMs } = options;
  const onCallerAbort = (): void =>
    controller.abort(caller?.reason instanceof Failure ? caller.reason : cancelled());
  const timer =
    deadlineMs === undefined
      ? undefined
      : setTimeout(
          () => controller.abort(deadlineExceeded(deadlineMs)),
          Math.min(deadlineMs, LONGEST_TIMER_MS),
        );
  if (caller?.aborted) onCallerAbort();
  else if (caller) {
    // A dashboard's tiles share one signal; Node takes more than ten listeners for a leak, though each is removed.
    setMaxListeners(Number.POSITIVE_INFINITY, caller);
    caller.addEventListener('abort', onCallerAbort, { once: true });
  }
  return {
    signal: controller.signal,
    cancel: (reason) => controller.abort(reason),
    dispose() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onCallerAbort);
    },
  };
}

/** Follows `work`, but answers at once when the signal is aborted; the work goes on and must clean up by itself. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** A longer timeout would overflow to 1 ms. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const cancelled = (): Failure =>
  new Failure('ENGINE.CANCELLED', 'The question was cancelled.', { family: 'engine' });
