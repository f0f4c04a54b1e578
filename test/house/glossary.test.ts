import { readText, repositoryFiles } from './repository-files';

const GLOSSARY = 'docs/glossary.md';
const { text: glossary } = readText(GLOSSARY);
const [ours = '', theirs = ''] = glossary.split('\n## Others say\n');

/** The first words of a table's rows, several of them parted by commas. */
const wordsOf = (text: string, row: RegExp): readonly string[] =>
  [...text.matchAll(row)].flatMap((match) => (match[1] ?? '').split(', '));

const terms = wordsOf(ours, /^\| \*\*(.+?)\*\* \|/gm);
const others = wordsOf(theirs, /^\| (?!others say|---)(.+?) \|/gm);
const answers = wordsOf(theirs, /^\| (?!others say|---)[^|]+ \| (.+?) \|$/gm);

/** What is for people to read: pages but the glossary, definitions. */
const pages = repositoryFiles()
  .filter((file) => (file === 'README.md' || /^docs\/.*\.md$/.test(file)) && file !== GLOSSARY)
  .map(readText);
const sources = repositoryFiles('src')
  .filter((file) => file.endsWith('.ts'))
  .map(readText);

const used = (word: string, files: readonly { readonly text: string }[]): boolean => {
  const pattern = new RegExp(`\\b${word.replace(/ /g, '[ _-]')}(s|es)?\\b`, 'i');
  return files.some(({ text }) => pattern.test(text));
};

/** The last sentence of our part: what has a word and no code yet. */
const planned = /^(.+) are words for what is to come/m.exec(ours)?.[1]?.split(/, | and /) ?? [];

it('every word of the glossary is used in the pages or the code', () => {
  expect(terms.length).toBeGreaterThan(50);
  const isPlanned = (word: string): boolean =>
    planned.some((plural) => plural.toLowerCase().startsWith(word));
  expect(terms.filter((word) => !isPlanned(word) && !used(word, [...pages, ...sources]))).toEqual([]);
  expect(used('hypercube', pages)).toBe(false);
});

it('the glossary has each word once, in the order of the alphabet', () => {
  const first = [...ours.matchAll(/^\| \*\*(.+?)\*\*/gm)].map((match) => (match[1] ?? '').toLowerCase());
  expect(first).toEqual([...new Set(first)].sort());
  expect(new Set(terms).size).toBe(terms.length);
});

it('what others say has a word of ours, and is not said by us', () => {
  expect(others.length).toBeGreaterThan(10);
  expect(answers.filter((word) => !terms.includes(word))).toEqual([]);
  const guides = pages.filter(({ path }) => path === 'README.md' || path.startsWith('docs/guides/'));
  const prose = guides.map(({ text }) => ({ text: text.replace(/^```[\s\S]*?^```|`[^`\n]*`/gm, '') }));
  expect(others.filter((word) => used(word, prose))).toEqual([]);
});
