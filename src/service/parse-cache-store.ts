import { hash, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Where records are kept between processes, by name. Nothing here ever fails: what cannot be read is not there. */
export interface RecordStore {
  read(name: string): string | null;
  write(name: string, record: string): void;
  /** Makes room: called when the writing is done. */
  trim(): void;
}

export interface StoreLimits {
  readonly maxBytes: number;
  readonly maxFiles: number;
}

const LIMITS: StoreLimits = { maxBytes: 128 * 1024 * 1024, maxFiles: 5_000 };
/** After trimming, so much of the limits is free again. */
const ROOM = 0.25;
/** A record that is used is marked as used so often at most. */
const MARK_EVERY_MS = 24 * 3_600_000;
/** A file that was being written when its process ended is swept away after so long. */
const STALE_MS = 3_600_000;

const RECORD = '.record';
const UNFINISHED = '.part';
const CHECKSUM_LENGTH = 64;

/** Of the name too: a record under another's name is damaged. */
const checksum = (name: string, record: string): string => hash('sha256', `${name}\n${record}`, 'hex');

interface KeptFile {
  readonly path: string;
  readonly stats: Stats;
}

/**
 * Records as files of a folder. Each begins with its checksum, so that a torn or damaged one is as good as none; each is written
 * beside its place and renamed into it, so that any number of processes can share the folder. The oldest go first.
 */
export class FileRecordStore implements RecordStore {
  constructor(
    private readonly folder: string,
    private readonly limits: StoreLimits = LIMITS,
  ) {}

  read(name: string): string | null {
    return quietly(() => {
      const path = this.pathOf(name);
      const text = readFileSync(path, 'utf8');
      const record = text.slice(CHECKSUM_LENGTH + 1);
      if (text.slice(0, CHECKSUM_LENGTH) !== checksum(name, record)) return null;
      markUsed(path);
      return record;
    });
  }

  write(name: string, record: string): void {
    const path = this.pathOf(name);
    const unfinished = `${path}.${randomBytes(6).toString('hex')}${UNFINISHED}`;
    quietly(
      () => {
        mkdirSync(this.folder, { recursive: true });
        writeFileSync(unfinished, `${checksum(name, record)}\n${record}`);
        renameSync(unfinished, path);
      },
      () => rmSync(unfinished, { force: true }),
    );
  }

  trim(): void {
    quietly(() => {
      const files = this.files();
      const kept = files.filter(({ path }) => path.endsWith(RECORD));
      const stale = Date.now() - STALE_MS;
      for (const { path, stats } of files)
        if (path.endsWith(UNFINISHED) && stats.mtimeMs < stale) rmSync(path, { force: true });
      if (!this.isOver(kept, 1)) return;
      const newestFirst = kept.sort((a, b) => b.stats.mtimeMs - a.stats.mtimeMs);
      while (this.isOver(newestFirst, 1 - ROOM)) rmSync(newestFirst.pop()!.path, { force: true });
    });
  }

  private isOver(files: readonly KeptFile[], part: number): boolean {
    const bytes = files.reduce((sum, { stats }) => sum + stats.size, 0);
    return bytes > this.limits.maxBytes * part || files.length > this.limits.maxFiles * part;
  }

  private files(): KeptFile[] {
    return readdirSync(this.folder).flatMap((name) => {
      const path = join(this.folder, name);
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats?.isFile() ? [{ path, stats }] : [];
    });
  }

  private pathOf(name: string): string {
    return join(this.folder, `${name}${RECORD}`);
  }
}

/** Old enough to be swept away as unused; a day's delay spares a write for each read. */
function markUsed(path: string): void {
  const { mtimeMs } = statSync(path);
  const now = new Date();
  if (now.getTime() - mtimeMs > MARK_EVERY_MS) utimesSync(path, now, now);
}

/** A full disk, a folder that may not be written, a file that another process has just swept away: all of them mean "not there". */
function quietly<T>(work: () => T, cleanUp?: () => void): T | null {
  try {
    return work();
  } catch {
    if (cleanUp) quietly(cleanUp);
    return null;
  }
}
