import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT, readText, repositoryFiles, type TextFile } from './repository-files';

const MAX_README_LINES = 25;
const ROWS_OF_SEMANTICS = 45;

const files = repositoryFiles();
const pages = files.filter((file) => file.endsWith('.md') && !file.startsWith('test/')).map(readText);

/** Targets of links between pages that do not exist; code spans and blocks are left out. */
function brokenLinks({ path: page, text }: TextFile): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^(https?:|mailto:|#)/.test(target))
    .filter((target) => !existsSync(path.join(ROOT, path.dirname(page), target.split('#')[0] ?? '')))
    .map((target) => `${page} links to ${target}`);
}

it('links between pages lead somewhere', () => {
  expect(pages.flatMap(brokenLinks)).toEqual([]);
  expect(
    brokenLinks({ path: 'docs/planted.md', text: '[a](nowhere.md) [b](README.md) `[c](d.md)`' }),
  ).toHaveLength(1);
});

it('the table of pages names every page', () => {
  const listed = readText('docs/README.md').text;
  const below = pages.filter(({ path: page }) => /^docs\/(guides\/)?[^/]+\.md$/.test(page));
  expect(below.length).toBeGreaterThan(10);
  const missing = below.filter(({ path: page }) => !listed.includes(`](${page.slice('docs/'.length)})`));
  expect(missing.map(({ path: page }) => page)).toEqual(['docs/README.md']);
});

it('every folder of src says in a short README what it is for', () => {
  const folders = new Set(files.flatMap((file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? []));
  const readmes = [...folders].map((folder) => `src/${folder}/README.md`);
  expect(readmes.filter((file) => !files.includes(file))).toEqual([]);
  const long = readmes.filter((file) => readText(file).text.trimEnd().split('\n').length > MAX_README_LINES);
  expect(long).toEqual([]);
});

it('the page of semantics has its rows, each under its number', () => {
  const decisions = readText('docs/semantics.md').text.split('\n## ')[0] ?? '';
  const numbers = [...decisions.matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]));
  expect(numbers).toEqual(Array.from({ length: ROWS_OF_SEMANTICS }, (_, index) => index + 1));
});

it('what is cited of semantics and of the decisions exists', () => {
  const cited = files
    .filter((file) => /\.(ts|cjs|js|md|sql|ya?ml)$/.test(file))
    .map(readText)
    .flatMap(({ path: file, text }) =>
      [...text.matchAll(/\b(semantics(?:\.md)?(?: rows?)?|ADR) (\d+)\b/gi)].map((match) => ({
        file,
        of: (match[1] ?? '').toLowerCase(),
        number: Number(match[2]),
      })),
    );
  const decisions = files.filter((file) => /^docs\/adr\/\d{4}-/.test(file)).length;
  const missing = cited.filter(
    ({ of, number }) => number < 1 || number > (of === 'adr' ? decisions : ROWS_OF_SEMANTICS),
  );
  expect(cited.length).toBeGreaterThan(5);
  expect(missing).toEqual([]);
});

it('every decision stands in the list of decisions', () => {
  const list = readText('docs/adr/README.md').text;
  const pagesOfDecisions = files
    .filter((file) => /^docs\/adr\/\d{4}-/.test(file))
    .map((file) => path.basename(file));
  expect(pagesOfDecisions.filter((name) => !list.includes(`(${name})`))).toEqual([]);
});
