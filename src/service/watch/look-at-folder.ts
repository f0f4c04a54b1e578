import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** What a look at a folder of definitions found. */
export interface Look {
  /** Changes with every YAML file that is written, added, renamed or removed. */
  readonly state: string;
  /** The folder, those in it and the one around it, each with what tells it from a later one of the same name. */
  readonly folders: ReadonlyMap<string, string>;
}

/** Definitions lie one folder deep; deeper files are looked at because they are findings. */
const MAX_DEPTH = 3;
const YAML = /\.ya?ml$/;

/** Looks at the YAML files of a folder. Never throws: a folder that is away or may not be read is a state too. */
export async function lookAtFolder(root: string): Promise<Look> {
  const folders = new Map<string, string>();
  const lines: string[] = [];
  await lookAt(root, 0, folders, lines);
  await lookAround(root, folders);
  return { state: lines.sort().join('\n'), folders };
}

/** The folder around tells when the folder comes back, or when a link of its name leads elsewhere. */
async function lookAround(root: string, folders: Map<string, string>): Promise<void> {
  const around = path.dirname(path.resolve(root));
  const found = await stat(around).catch(() => null);
  if (found !== null) folders.set(around, `${found.dev} ${found.ino}`);
}

async function lookAt(
  item: string,
  depth: number,
  folders: Map<string, string>,
  lines: string[],
): Promise<void> {
  try {
    const found = await stat(item);
    if (!found.isDirectory()) {
      if (YAML.test(item)) lines.push(`${item} ${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`);
    } else if (depth <= MAX_DEPTH) {
      const names = (await readdir(item)).filter((name) => !name.startsWith('.'));
      folders.set(item, `${found.dev} ${found.ino}`);
      await Promise.all(names.map((name) => lookAt(path.join(item, name), depth + 1, folders, lines)));
    }
  } catch (error) {
    // What an editor makes and removes while it saves is gone before it is looked at.
    const code = error instanceof Error && 'code' in error ? error.code : error;
    if (code !== 'ENOENT') lines.push(`${item} ${String(code)}`);
  }
}
