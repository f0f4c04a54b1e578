import { Failure } from '../base/failure';
import type { EngineLoad } from './engine';
import { FairLine } from './fair-line';

export interface QueueOptions {
  /** Statements that run at once. */
  readonly slots: number;
  /** Statements that wait; more are refused. Default 200. */
  readonly maxWaiting?: number;
  /** A statement that runs for longer is long. Default 100. */
  readonly patienceMs?: number;
}

/** Tries of a statement: each is longer than the one before, the last has no end. */
type Level = 0 | 1 | 2 | 3;
const LONG: Level = 3;
const LEVELS = [0, 1, 2, LONG] as const;
/** So many times as long as the first. */
const LONGER = [1, 3, 10, Number.POSITIVE_INFINITY] as const;

/** One who waits for a slot. */
interface Ticket {
  readonly start: (slot: Slot) => void;
  readonly level: Level;
}

interface Slot {
  /** Aborted when the statement has to make room. */
  readonly room: AbortController;
}

const DEFAULT_WAITING = 200;
const DEFAULT_PATIENCE_MS = 100;

/**
 * Bounds how many statements run at once, and lets no crowd of slow ones stop a fast one. Nobody knows beforehand which is which:
 * one that outlasts its try is long, and long ones hold at most three quarters of the slots. Where there are more of them and
 * others wait for a try, the youngest long one is interrupted and waits for its next try, which is longer: a statement only reads,
 * so that nothing is lost but the time it had. Kinds of tries take turns, and so do callers.
 */
export class QueryQueue {
  private readonly lines = LEVELS.map(() => new FairLine<Ticket>());
  /** In the order in which they became long, the youngest last. */
  private readonly longRunning = new Set<Slot>();
  private readonly maxLong: number;
  private running = 0;
  private waiting = 0;
  private sentBack = 0;
  private lastLevel: Level = LONG;

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
    for (let level: Level = 0; ; level = after(level)) {
      const slot = await this.enter(level, signal, path);
      const tryMs = (this.options.patienceMs ?? DEFAULT_PATIENCE_MS) * LONGER[level];
      const patience = level === LONG ? undefined : setTimeout(() => this.lengthen(slot), tryMs);
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

  private enter(level: Level, signal: AbortSignal, path: readonly string[]): Promise<Slot> {
    // One that was sent back was let in before.
    const maxWaiting = this.options.maxWaiting ?? DEFAULT_WAITING;
    if (level === 0 && this.running >= this.options.slots && this.waiting >= maxWaiting)
      throw busy(this.waiting);
    return new Promise((resolve, reject) => {
      const line = this.lines[level]!;
      const giveUp = (): void => {
        line.remove(ticket, path);
        this.waiting -= 1;
        reject(signal.reason);
      };
      const start = (slot: Slot): void => {
        signal.removeEventListener('abort', giveUp);
        this.waiting -= 1;
        resolve(slot);
      };
      const ticket: Ticket = { level, start };
      signal.addEventListener('abort', giveUp, { once: true });
      this.waiting += 1;
      line.push(ticket, path);
      this.fill();
      this.makeRoom();
    });
  }

  /** Gives free slots to those who wait. */
  private fill(): void {
    while (this.running < this.options.slots) {
      const level = this.nextLevel();
      const ticket = level === undefined ? undefined : this.lines[level]!.shift();
      if (ticket === undefined) return;
      this.lastLevel = ticket.level;
      this.running += 1;
      const slot: Slot = { room: new AbortController() };
      if (ticket.level === LONG) this.longRunning.add(slot);
      ticket.start(slot);
    }
  }

  private nextLevel(): Level | undefined {
    const open = LEVELS.filter(
      (level) => !this.lines[level]!.isEmpty && (level < LONG || this.longRunning.size < this.maxLong),
    );
    return open.find((level) => level > this.lastLevel) ?? open[0];
  }

  private lengthen(slot: Slot): void {
    this.longRunning.add(slot);
    this.makeRoom();
  }

  /** One at a time: what is sent back leaves its slot a moment later, and then it is looked at again. */
  private makeRoom(): void {
    if (this.lines.slice(0, LONG).every((line) => line.isEmpty)) return;
    const excess = [...this.longRunning].slice(this.maxLong);
    if (excess.length === 0 || excess.some(({ room }) => room.signal.aborted)) return;
    this.sentBack += 1;
    excess.at(-1)?.room.abort();
  }

  private leave(slot: Slot): void {
    this.longRunning.delete(slot);
    this.running -= 1;
    this.fill();
    this.makeRoom();
  }
}

const after = (level: Level): Level => LEVELS.find((next) => next > level) ?? LONG;

const busy = (waiting: number): Failure =>
  new Failure('ENGINE.BUSY', `The database is busy: ${waiting} statements wait already.`, {
    family: 'engine',
    hint: 'ask again in a moment',
  });
