/** Gives its slot back; calling it again does nothing. */
export type Release = () => void;

/**
 * Lets at most `limit` statements run at once and serves the rest in order of arrival.
 *
 * Each running DuckDB statement holds one thread of libuv's pool (`UV_THREADPOOL_SIZE`, 4 unless set before the process
 * starts), which file reads and DNS need too: the limit must stay below the size of that pool.
 */
export class QueryQueue {
  private running = 0;
  /** Insertion order is order of arrival; a set, so that a waiter that gives up leaves at once. */
  private readonly waiting = new Set<() => void>();

  constructor(private readonly limit: number) {}

  /** Waits for a slot. @throws the signal's reason when it is aborted before. */
  acquire(signal: AbortSignal): Promise<Release> {
    signal.throwIfAborted();
    if (this.running < this.limit) {
      this.running += 1;
      return Promise.resolve(this.release());
    }
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.waiting.delete(start);
        reject(signal.reason);
      };
      const start = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve(this.release());
      };
      this.waiting.add(start);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** The slot goes straight to the longest waiter, so nobody can overtake in between. */
  private release(): Release {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const [next] = this.waiting;
      if (next === undefined) {
        this.running -= 1;
        return;
      }
      this.waiting.delete(next);
      next();
    };
  }
}
