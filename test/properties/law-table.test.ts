/** README.md beside this file says which law states which row of docs/semantics.md: it names the tests that there are, and all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Law {
  readonly file: string;
  readonly name: string;
}

const page = readFileSync(join(__dirname, 'README.md'), 'utf8');

/** Lines of the list: `- **4** \`laws-filters\`: a law; \`laws-times\`: another`. */
const table = new Map(
  [...page.matchAll(/^- \*\*(\d+|joins|texts)\*\* (.*)$/gm)].map(([, row = '', laws = '']) => [
    row,
    laws.split(/; (?=`laws-)/).map((law): Law => {
      const [, file = '', name = ''] = /^`(laws-[a-z]+)`: (.*)$/.exec(law) ?? [];
      return { file, name };
    }),
  ]),
);

const LAW_FILES = readdirSync(__dirname).filter((name) => /^laws-[a-z]+\.test\.ts$/.test(name));

/** Every law that is tested: the names of tests, which are written as one literal. */
const tested = LAW_FILES.flatMap((file) => {
  const text = readFileSync(join(__dirname, file), 'utf8');
  const names = [...text.matchAll(/\b(?:test|byCalendar)\(\s*'([^']+)',/g)].map(([, name = '']) => name);
  return names.map((name): Law => ({ file: file.replace('.test.ts', ''), name }));
});

const textOf = ({ file, name }: Law): string => `${file}: ${name}`;

/** Rows of the semantics that the language has by now. */
const DECIDED = [...Array.from({ length: 29 }, (_, i) => i + 1), 38, 39, 45];
const WITHOUT_LAW = [8, 21, 25];

test('every law of the page is a test, and every test is on the page', () => {
  const listed = new Set([...table.values()].flat().map(textOf));
  expect(tested.length).toBeGreaterThan(30);
  expect([...listed].sort()).toEqual(tested.map(textOf).sort());
});

test('every row of the semantics has a law, or is named as one without', () => {
  const without = DECIDED.filter((row) => !table.has(String(row)));
  expect(without).toEqual(WITHOUT_LAW);
  expect(page).toContain('Rows 21 and 25 have no law');
});
