import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Diagnostic, Severity } from '../base/diagnostic';
import { Failure } from '../base/failure';
import type { DefinitionFile } from '../metrics/definitions/raw';
import { MAX_FILE_SIZE } from '../metrics/definitions/read';
import { compareCodePoints, placeOfFile } from '../metrics/definitions/read-path';

export interface LoadedFiles {
  /** Sorted by path in the order of code points. */
  readonly files: readonly DefinitionFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A folder with deeper ones is looked through for misplaced files only so far. */
const MAX_DEPTH = 8;

const YAML = /\.ya?ml$/;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

type FileCode = 'FILE.UNREADABLE' | 'FILE.UNEXPECTED' | 'FILE.TOO_LARGE';

function finding(path: string, code: FileCode, message: string, hint?: string): Diagnostic {
  const at = { file: path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const severity: Severity = code === 'FILE.UNEXPECTED' ? 'warning' : 'error';
  return { code, severity, message, at, ...(hint === undefined ? {} : { hint }) };
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

/**
 * Walks a definitions folder; a broken file is a diagnostic and never keeps others from being read. Files are small, and to hand each
 * step to another thread would cost several times the reading: so it is done here, and between folders others have their turn.
 */
class Walk {
  readonly files: DefinitionFile[] = [];
  readonly diagnostics: Diagnostic[] = [];

  /** `root` is a real path, without links. */
  constructor(private readonly root: string) {}

  /** `around` are the real paths of the folders that lead here: a link back to one of them would go round for ever. */
  async folder(path: string, around: readonly string[]): Promise<void> {
    await setImmediate();
    const items = readdirSync(this.absolute(path), { withFileTypes: true }).filter(
      ({ name }) => !name.startsWith('.'),
    );
    for (const item of items.sort((a, b) => compareCodePoints(a.name, b.name))) {
      const child = path === '' ? item.name : `${path}/${item.name}`;
      try {
        // Only links need to be asked where they lead.
        if (item.isFile()) this.file(child, this.absolute(child), true);
        else if (item.isDirectory()) await this.deeper(child, join(around.at(-1)!, item.name), around);
        else await this.item(child, around);
      } catch (error) {
        this.report(child, 'FILE.UNREADABLE', `"${child}" cannot be read: ${reasonOf(error)}.`);
      }
    }
  }

  private async item(path: string, around: readonly string[]): Promise<void> {
    const real = await realpath(this.absolute(path));
    const stats = await stat(real);
    if (!stats.isDirectory() && !YAML.test(path)) return;
    if (!this.isInside(real)) {
      this.report(
        path,
        'FILE.UNREADABLE',
        `"${path}" is a link that leads out of the definitions' folder.`,
        'copy it into the folder',
      );
      return;
    }
    if (stats.isDirectory()) {
      await this.deeper(path, real, around);
    } else {
      this.file(path, real, stats.isFile());
    }
  }

  private async deeper(path: string, real: string, around: readonly string[]): Promise<void> {
    if (around.length < MAX_DEPTH && !around.includes(real)) await this.folder(path, [...around, real]);
  }

  private file(path: string, real: string, isFile: boolean): void {
    if (!YAML.test(path)) return;
    const place = placeOfFile(path);
    if (place.kind === 'unexpected') {
      this.report(
        path,
        'FILE.UNEXPECTED',
        `"${path}" is not read. ${place.reason}.`,
        'move it into a team folder: <team>/<name>.yaml',
      );
      return;
    }
    if (!isFile) {
      this.report(path, 'FILE.UNREADABLE', `"${path}" is not a file.`);
      return;
    }
    const bytes = readUpTo(real, MAX_FILE_SIZE + 1);
    if (bytes.length > MAX_FILE_SIZE) {
      const message = `"${path}" has more than ${MAX_FILE_SIZE} bytes and is not read.`;
      this.report(path, 'FILE.TOO_LARGE', message, 'split it into several files of the same folder');
      return;
    }
    const text = decode(bytes);
    if (text === null)
      this.report(path, 'FILE.UNREADABLE', `"${path}" is not UTF-8.`, 'save it with the encoding UTF-8');
    else this.files.push({ path, text });
  }

  private isInside(real: string): boolean {
    return real === this.root || real.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep);
  }

  private report(path: string, code: FileCode, message: string, hint?: string): void {
    this.diagnostics.push(finding(path, code, message, hint));
  }

  private absolute(path: string): string {
    return path === '' ? this.root : join(this.root, ...path.split('/'));
  }
}

/** The first bytes of a file; one that grows while it is read cannot grow beyond `limit`. */
function readUpTo(path: string, limit: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(Math.min(limit, fstatSync(file).size));
    let length = 0;
    while (length < buffer.length) {
      const bytesRead = readSync(file, buffer, length, buffer.length - length, null);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function decode(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Loads the YAML files of a definitions folder: `company.yaml` and `<team>/*.yaml`. Names that begin with a dot are left out;
 * links are followed while they stay inside; files that are too large, not UTF-8, or in a wrong place are findings.
 *
 * @throws Failure ENVIRONMENT.FILE when the folder itself cannot be read.
 */
export async function loadDefinitionFiles(root: string): Promise<LoadedFiles> {
  try {
    const real = await realpath(root);
    const walk = new Walk(real);
    await walk.folder('', [real]);
    const files = walk.files.sort((a, b) => compareCodePoints(a.path, b.path));
    return { files, diagnostics: walk.diagnostics };
  } catch (error) {
    const message = `The folder of definitions "${root}" cannot be read: ${reasonOf(error)}.`;
    throw new Failure('ENVIRONMENT.FILE', message, {
      family: 'environment',
      cause: error,
      hint: 'check the path and the permissions',
    });
  }
}
