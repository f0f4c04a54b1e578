import { statSync } from 'node:fs';
import path from 'node:path';
import { ROOT, readText, repositoryFiles, type TextFile } from './repository-files';

const MAX_TEXT_BYTES = 2_000_000;
const BINARY = /\.(png|jpg|ico|woff2?|parquet|duckdb)$/;

const files = repositoryFiles()
  .filter((file) => !BINARY.test(file) && statSync(path.join(ROOT, file)).size < MAX_TEXT_BYTES)
  .map(readText);

/** Home and work folders by their absolute paths; the names stand apart so that this file does not find itself. */
const MACHINE_PATH = new RegExp(
  `(?<![\\w.~/-])/(?:${['home', 'Users', 'root', 'work', 'workspace', 'private/var'].join('|')})/[\\w.-]+|\\b[A-Z]:\\\\Users\\\\`,
);
const MARK = new RegExp(`\\b(?:${['TO', 'FIX'].map((start, i) => start + ['DO', 'ME'][i]).join('|')})\\b`);
const FOCUSED = new RegExp(
  `\\b(?:it|test|describe)\\.(?:${['on', 'to'].map((s, i) => s + ['ly', 'do'][i]).join('|')})\\b`,
);

const linesWith = (pattern: RegExp, among: readonly TextFile[]): readonly string[] =>
  among.flatMap(({ path: file, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );

it('no file holds a path of the machine it was written on', () => {
  expect(linesWith(MACHINE_PATH, files)).toEqual([]);
});

it('the lock file holds no download address', () => {
  const lock = files.filter((file) => file.path.endsWith('package-lock.json'));
  expect(lock.length).toBeGreaterThan(0);
  expect(linesWith(/"resolved":|https?:\/\/[^"]*\.tgz/, lock)).toEqual([]);
});

it('no npm setting names a registry', () => {
  expect(
    linesWith(
      /registry\s*=|_auth/,
      files.filter((file) => file.path.endsWith('.npmrc')),
    ),
  ).toEqual([]);
});

it('no unfinished work is marked instead of done', () => {
  expect(
    linesWith(
      MARK,
      files.filter((file) => file.path !== 'package-lock.json'),
    ),
  ).toEqual([]);
});

it('no test runs alone or waits to be written', () => {
  expect(
    linesWith(
      FOCUSED,
      files.filter((file) => file.path.startsWith('test/')),
    ),
  ).toEqual([]);
});

it.each([
  [MACHINE_PATH, ['', 'home', 'ada', 'tenet'].join('/')],
  [MACHINE_PATH, `see ${['', 'work', 'main'].join('/')}`],
  [MARK, `// ${'TO'}DO later`],
  [FOCUSED, `it.${'on'}ly('x')`],
])('a planted fault is found by %s', (pattern, text) => {
  expect(linesWith(pattern, [{ path: 'planted.ts', text }])).toHaveLength(1);
});

it.each(['docs/adr/0001-commonjs.md', 'https://example.com/home/page', '../shared/work/x'])(
  '%s is no such path',
  (text) => {
    expect(MACHINE_PATH.test(text)).toBe(false);
  },
);
