import type { SourceFile } from '../source-file';
import type { Rule } from './rule';

/** The first way back to `start`, as the files on it; null when there is none. Type imports count. */
function wayBack(start: string, imports: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const seen = new Set<string>();
  const queue: (readonly string[])[] = [[start]];
  for (let way = queue.shift(); way !== undefined; way = queue.shift()) {
    for (const next of imports.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...way, next]);
    }
  }
  return null;
}

/** Cycles once each: one that is found from several of its files has the same set of files. */
function cyclesOf(files: readonly SourceFile[]): readonly string[] {
  const imports = new Map(files.map((file) => [file.path.replace(/\.ts$/, ''), file.imports]));
  const found = new Map<string, string>();
  for (const start of imports.keys()) {
    const way = wayBack(start, imports);
    if (way) found.set([...new Set(way)].sort().join(' '), way.join(' → '));
  }
  return [...found.values()];
}

export const cycles: Rule = {
  law: 'no file imports itself by way of others',
  find: cyclesOf,
  fault: [
    { path: 'src/base/a.ts', text: "import type { B } from './b';\nexport type A = B;" },
    { path: 'src/base/b.ts', text: "export type B = import('./c').C;" },
    { path: 'src/base/c.ts', text: "export { A as C } from './a';" },
  ],
};
