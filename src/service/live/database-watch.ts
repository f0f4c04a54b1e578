import { stat } from 'node:fs/promises';

/** Between two looks: one `stat`, which costs next to nothing, and works on every disk. */
const LOOK_MS = 250;

/** Notices that another file has taken the place of a database. Other addresses than those of files have no news. */
export class DatabaseWatch {
  private readonly file: string | null;
  private opened: Promise<string | null>;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  /** From now on; `address` is `duckdb:PATH`. */
  constructor(address: string) {
    this.file = /^duckdb:(?!:memory:)(.+)$/.exec(address)?.[1] ?? null;
    this.opened = this.look();
  }

  /** Resolves when the file has been replaced and was the same twice; never after `close`. */
  async next(): Promise<void> {
    let seen: string | null = null;
    const opened = await this.opened;
    for (;;) {
      await this.pause();
      const found = await this.look();
      // A file that is away comes back; until then the open one is as good.
      if (found !== null && found !== opened && found === seen) {
        this.opened = Promise.resolve(found);
        return;
      }
      seen = found;
    }
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
  }

  private async look(): Promise<string | null> {
    if (this.file === null) return null;
    const found = await stat(this.file).catch(() => null);
    return found && `${found.dev} ${found.ino} ${found.size} ${found.mtimeMs}`;
  }

  /** Never ends after `close`. */
  private pause(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.isClosed) this.timer = setTimeout(resolve, LOOK_MS);
    });
  }
}
