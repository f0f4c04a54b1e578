import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../base/failure';

export interface TempDirectory {
  readonly path: string;
  remove(): Promise<void>;
}

const open = new Set<string>();

/** A process that ends without closing its databases leaves nothing behind either, unless it is killed. */
function removeAll(): void {
  for (const path of open) rmSync(path, { recursive: true, force: true });
}

/**
 * Makes a folder for what statements spill. Made here and not by DuckDB, so that nobody else on the machine can read it.
 * @throws Failure ENVIRONMENT.FILE when that is not possible.
 */
export async function makeTempDirectory(root = tmpdir()): Promise<TempDirectory> {
  const path = await mkdtemp(join(root, 'tenet-duckdb-')).catch((cause: unknown) => {
    throw new Failure('ENVIRONMENT.FILE', `No temporary folder can be made in "${root}".`, {
      family: 'environment',
      hint: 'check that the folder exists and may be written to',
      cause,
    });
  });
  if (open.size === 0) process.once('exit', removeAll);
  open.add(path);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      open.delete(path);
      if (open.size === 0) process.off('exit', removeAll);
    },
  };
}
