import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CASES } from './cases-folders';

/** `TENET_UPDATE_CASES=1` writes the generated files anew instead of comparing with them. */
export const UPDATING = process.env['TENET_UPDATE_CASES'] === '1';

/** A generated file of a case, or undefined before the first recording. */
export function readGenerated(folder: string, name: string): string | undefined {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

export function writeGenerated(folder: string, name: string, text: string): void {
  writeFileSync(path.join(folder, name), text.endsWith('\n') ? text : `${text}\n`);
}

/** JSON in the house's own format, so that recording leaves nothing to mend. */
export function formatRecorded(): void {
  const root = path.join(CASES, '..', '..');
  const biome = require.resolve('@biomejs/biome/bin/biome', { paths: [root] });
  const { status, stderr } = spawnSync(process.execPath, [biome, 'format', '--write', CASES], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`biome: ${stderr}`);
}
