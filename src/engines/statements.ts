import type { Failure } from '../base/failure';
import { type Cancellation, startCancellation, untilAborted } from './cancellation';
import type { EngineLoad, RunOptions, StatementReport } from './engine';
import { QueryQueue, type QueueOptions } from './query-queue';
import { unavailable } from './unavailable';

export interface StatementsOptions {
  readonly queue: QueueOptions;
  /** Told of each statement that has ended. */
  readonly onStatement?: ((report: StatementReport) => void) | undefined;
  /** How long `end` waits for running statements before it cancels them, in milliseconds. */
  readonly closeGraceMs: number;
}

/** The work of one statement, and what to make of what it throws. */
export interface StatementWork<T> {
  /** Must end soon after its signal is aborted; it may be begun again. */
  readonly run: (signal: AbortSignal) => Promise<T>;
  readonly failure: (error: unknown) => Failure;
}

/** The statements of one engine from their arrival to their end: the queue, deadlines, aborts, reports, and an orderly end of it all. */
export class Statements {
  private readonly queue: QueryQueue;
  /** What has not ended yet, waiting or running, and how to end it. */
  private readonly active = new Map<Cancellation, Promise<unknown>>();
  private ending: Promise<void> | null = null;

  constructor(private readonly options: StatementsOptions) {
    this.queue = new QueryQueue(options.queue);
  }

  load(): EngineLoad {
    return this.queue.load();
  }

  /**
   * Does the work when its turn comes. A deadline or an abort answers at once, while the slot stays taken until the work has let go.
   * @throws Failure ENGINE.UNAVAILABLE once `end` was called, ENGINE.BUSY when too many wait, and what the work throws.
   */
  async run<T>(options: RunOptions, work: StatementWork<T>): Promise<T> {
    if (this.ending) throw beingClosed();
    const cancellation = startCancellation(options);
    const working = this.inTurn(work, cancellation.signal, options.caller ?? []);
    const ended = working
      .catch(() => undefined)
      .finally(() => {
        cancellation.dispose();
        this.active.delete(cancellation);
      });
    this.active.set(cancellation, ended);
    return untilAborted(working, cancellation.signal);
  }

  /** Takes no more statements, waits for the running ones, cancels what the grace did not suffice for, and then closes. */
  end(close: () => Promise<void>): Promise<void> {
    this.ending ??= this.drain().then(close);
    return this.ending;
  }

  private async inTurn<T>(
    work: StatementWork<T>,
    signal: AbortSignal,
    caller: readonly string[],
  ): Promise<T> {
    const arrived = performance.now();
    let began = arrived;
    let code: StatementReport['code'] = null;
    const inSlot = (room: AbortSignal): Promise<T> => {
      began = performance.now();
      return work.run(AbortSignal.any([signal, room]));
    };
    try {
      return await this.queue.run(inSlot, signal, caller);
    } catch (error) {
      const failure = work.failure(error);
      code = failure.code;
      throw failure;
    } finally {
      this.options.onStatement?.({ waitedMs: began - arrived, ranMs: performance.now() - began, code });
    }
  }

  private async drain(): Promise<void> {
    const grace = setTimeout(() => {
      for (const cancellation of this.active.keys()) cancellation.cancel(beingClosed());
    }, this.options.closeGraceMs);
    await Promise.all(this.active.values());
    clearTimeout(grace);
  }
}

const beingClosed = (): Failure => unavailable('The database is being closed.');
