import type { Rule } from './rule';

/** From the ground up; a file imports from its own folder and from lower ones. Folders of one line do not know each other. */
const LAYERS: readonly (readonly string[])[] = [
  ['base'],
  ['metrics'],
  ['engines', 'cache', 'governance', 'trust'],
  ['service'],
  ['schema'],
  ['resolvers'],
  ['server'],
  ['cli'],
];

const folderOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];
const rankOf = (folder: string): number => LAYERS.findIndex((line) => line.includes(folder));

function mayImport(from: string, to: string): boolean {
  return from === to || (rankOf(from) >= 0 && rankOf(to) >= 0 && rankOf(to) < rankOf(from));
}

export const layers: Rule = {
  law: 'imports point down only, and folders of one layer do not know each other',
  find: (files) =>
    files.flatMap((file) => {
      const from = folderOf(file.path);
      if (from === undefined) return [];
      return file.imports.flatMap((target) => {
        const to = folderOf(`${target}/`);
        return to === undefined || mayImport(from, to) ? [] : [`${file.path} imports ${target}`];
      });
    }),
  fault: [{ path: 'src/trust/freshness.ts', text: "import type { Engine } from '../engines/engine';" }],
};
