import { Failure } from '../../base/failure';
import type { EngineLoad } from '../engine';
import { FairLine } from './fair-line';

export interface QueueOptions {
  /** Statements that run at once. Each holds a thread of libuv's pool, which files need too. */
  readonly slots: number;
  /** Statements that wait; more are refused. Default 200. */
  readonly maxWaiting?: number;
  /** A statement that runs for longer is long. Default 100, down to 40 the more of them wait for their first turn. */
  readonly patienceMs?: number;
}

/** One who waits for a slot or has one. */
interface Ticket {
  readonly path: readonly string[];
  readonly start: (slot: Slot) => void;
  readonly isLong: boolean;
}

interface Slot {
  /** Aborted when the statement has to make room. */
  readonly room: AbortController;
  isLong: boolean;
}

const DEFAULT_WAITING = 200;

/**
 * Bounds how many statements run at once, and lets no crowd of slow ones stop a fast one. Nobody knows beforehand which is which:
 * each begins as a short one; one that runs on is long, and long ones hold at most three quarters of the slots. Where there are
 * more of them and a short one waits, the youngest long one is interrupted, and is begun again when one of its kind has ended: a
 * statement only reads, so that nothing is lost but the time it had.
 */
export class QueryQueue {
  private readonly short = new FairLine<Ticket>();
  private readonly long = new FairLine<Ticket>();
  /** In the order in which they became long, the youngest last. */
  private readonly longRunning = new Set<Slot>();
  private readonly maxLong: number;
  private running = 0;
  private waiting = 0;
  private sentBack = 0;
  private wasLong = false;

  constructor(private readonly options: QueueOptions) {
    const { slots } = options;
    this.maxLong = slots - (slots > 1 ? Math.max(1, Math.floor(slots / 4)) : 0);
  }

  load(): EngineLoad {
    return {
      slots: this.options.slots,
      running: this.running,
      waiting: this.waiting,
      sentBack: this.sentBack,
    };
  }

  /**
   * Runs `work` when it is its turn, again from its beginning where it had to make room.
   * @param work must end soon after its signal is aborted.
   * @param path who asks, from the outside in: caller, operation.
   * @throws Failure ENGINE.BUSY when too many wait; the signal's reason when it is aborted.
   */
  async run<T>(
    work: (room: AbortSignal) => Promise<T>,
    signal: AbortSignal,
    path: readonly string[],
  ): Promise<T> {
    signal.throwIfAborted();
    for (let isLong = false; ; isLong = true) {
      const slot = await this.enter(isLong, signal, path);
      const patience = setTimeout(() => this.lengthen(slot), this.patienceMs());
      try {
        return await work(slot.room.signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!slot.room.signal.aborted) throw error;
      } finally {
        clearTimeout(patience);
        this.leave(slot);
      }
    }
  }

  private enter(isLong: boolean, signal: AbortSignal, path: readonly string[]): Promise<Slot> {
    const line = isLong ? this.long : this.short;
    // One that was sent back was let in before.
    const isFull =
      this.running >= this.options.slots && this.waiting >= (this.options.maxWaiting ?? DEFAULT_WAITING);
    if (!isLong && isFull) throw busy(this.waiting);
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        line.remove(ticket, path);
        this.waiting -= 1;
        reject(signal.reason);
      };
      const ticket: Ticket = {
        path,
        isLong,
        start: (slot) => {
          signal.removeEventListener('abort', giveUp);
          this.waiting -= 1;
          resolve(slot);
        },
      };
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      signal.addEventListener('abort', giveUp, { once: true });
      this.waiting += 1;
      line.push(ticket, path);
      this.fill();
      this.makeRoom();
    });
  }

  /** Gives free slots to those who wait; where both kinds do, in turns. */
  private fill(): void {
    while (this.running < this.options.slots) {
      const mayBeLong = !this.long.isEmpty && this.longRunning.size < this.maxLong;
      const isLong = mayBeLong && (this.short.isEmpty || !this.wasLong);
      const ticket = (isLong ? this.long : this.short).shift();
      if (ticket === undefined) return;
      this.wasLong = isLong;
      this.running += 1;
      const slot: Slot = { room: new AbortController(), isLong: ticket.isLong };
      if (slot.isLong) this.longRunning.add(slot);
      ticket.start(slot);
    }
  }

  /** In a crowd each gets a shorter try, so that the last of them does not wait for long either. */
  private patienceMs(): number {
    return this.options.patienceMs ?? Math.min(100, Math.max(40, 1_000 / (this.waiting + 1)));
  }

  private lengthen(slot: Slot): void {
    if (slot.isLong) return;
    slot.isLong = true;
    this.longRunning.add(slot);
    this.makeRoom();
  }

  /** One at a time: what is sent back leaves its slot a moment later, and then it is looked at again. */
  private makeRoom(): void {
    if (this.short.isEmpty || this.longRunning.size <= this.maxLong) return;
    const slots = [...this.longRunning];
    if (slots.slice(this.maxLong).some(({ room }) => room.signal.aborted)) return;
    this.sentBack += 1;
    slots.at(-1)?.room.abort();
  }

  private leave(slot: Slot): void {
    this.longRunning.delete(slot);
    this.running -= 1;
    this.fill();
    this.makeRoom();
  }
}

const busy = (waiting: number): Failure =>
  new Failure('ENGINE.BUSY', `The database is busy: ${waiting} statements wait already.`, {
    family: 'engine',
    hint: 'ask again in a moment',
  });
