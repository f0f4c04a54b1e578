import { watch as watchFiles } from 'node:fs';
import { lookAtFolder } from './look-at-folder';

export interface Watcher {
  close(): void;
}

export interface WatchOptions {
  /** How one folder is watched; default `fs.watch`. When it throws or calls `failed`, the folder is looked at often instead. */
  readonly watch?: (folder: string, stirred: () => void, failed: () => void) => Watcher;
  /** Files that are being written are left to settle for so long after the last change, default 50, */
  readonly settleMs?: number;
  /** but not longer than this after the first, default 150. */
  readonly maxWaitMs?: number;
}

/** Between two looks at a folder that is watched: disks of a network tell nothing. */
const POLL_MS = 1_000;
/** Between two looks at a folder that cannot be watched. */
const FAST_POLL_MS = 150;

/**
 * Watches the definitions in a folder, which may go away and come back. When this returns, no later change is missed.
 * With the default times a change is told of within 200 ms, or 1.2 s where the system tells of none.
 */
export async function watchFolder(root: string, options: WatchOptions = {}): Promise<FolderWatch> {
  const watching = new FolderWatch(root, { watch: watchOne, settleMs: 50, maxWaitMs: 150, ...options });
  await watching.start();
  return watching;
}

export class FolderWatch {
  private readonly watchers = new Map<string, { readonly identity: string; readonly watcher: Watcher }>();
  /** What was told of, and what was seen last: it may not have settled yet. */
  private state = '';
  private seen = '';
  private hasNews = false;
  private tell: (() => void) | undefined;
  private stirredSince: number | undefined;
  private settling: NodeJS.Timeout | undefined;
  private polling: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private canWatch = true;
  private isClosed = false;

  constructor(
    private readonly root: string,
    private readonly options: Required<WatchOptions>,
  ) {}

  async start(): Promise<void> {
    await this.look(true);
    this.hasNews = false;
    this.poll();
  }

  /** Resolves when something has changed since it last resolved; never after `close`. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.tell = resolve;
      this.announce(this.hasNews);
    });
  }

  close(): void {
    this.isClosed = true;
    this.unfollow();
    clearTimeout(this.settling);
    clearTimeout(this.polling);
  }

  private poll(): void {
    if (this.isClosed) return;
    clearTimeout(this.polling);
    const wait = this.canWatch ? POLL_MS : FAST_POLL_MS;
    this.polling = setTimeout(() => void this.look(false).then(() => this.poll()), wait);
  }

  /** Whether an event means a change is seen by looking: some systems tell of every touch, and of names that mean nothing. */
  private readonly stirred = (): void => {
    if (this.isClosed) return;
    const now = Date.now();
    this.stirredSince ??= now;
    clearTimeout(this.settling);
    const { settleMs, maxWaitMs } = this.options;
    const wait = Math.max(0, Math.min(settleMs, this.stirredSince + maxWaitMs - now));
    this.settling = setTimeout(() => {
      this.stirredSince = undefined;
      void this.look(true);
    }, wait);
  };

  /** One look after the other, so that none tells of an older state than the one before. */
  private look(isSettled: boolean): Promise<void> {
    this.looking = this.looking.then(async () => {
      const { state, folders } = await lookAtFolder(this.root);
      if (this.isClosed) return;
      this.follow(folders);
      const isStirring = state !== this.seen;
      this.seen = state;
      if (!isSettled) {
        if (isStirring) this.stirred();
        return;
      }
      const isNew = state !== this.state;
      this.state = state;
      this.announce(isNew);
    });
    return this.looking;
  }

  private announce(isNew: boolean): void {
    this.hasNews ||= isNew;
    if (!this.hasNews || this.tell === undefined) return;
    this.hasNews = false;
    this.tell();
    this.tell = undefined;
  }

  /** Watches exactly these folders; one that was removed and made anew needs a new watcher. */
  private follow(folders: ReadonlyMap<string, string>): void {
    for (const [folder, { identity, watcher }] of this.watchers) {
      if (folders.get(folder) === identity) continue;
      watcher.close();
      this.watchers.delete(folder);
    }
    for (const [folder, identity] of folders) {
      if (!this.canWatch || this.watchers.has(folder)) continue;
      try {
        this.watchers.set(folder, {
          identity,
          watcher: this.options.watch(folder, this.stirred, this.giveUp),
        });
      } catch {
        this.giveUp();
      }
    }
  }

  /** Too many watchers, or a disk that has none: looking often does as well. */
  private readonly giveUp = (): void => {
    this.canWatch = false;
    this.unfollow();
    this.poll();
  };

  private unfollow(): void {
    for (const { watcher } of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }
}

function watchOne(folder: string, stirred: () => void, failed: () => void): Watcher {
  const watcher = watchFiles(folder, stirred);
  watcher.on('error', failed);
  return watcher;
}
