// table: what changes in a text, and into what
import { CONTROLS, HOSTILE, IMPOSSIBLE } from './texts';

/** Numbers from 0 to 1 that one seed always gives in the same order (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One change of a text: what stood from `from` to `to` is now `text`. */
export interface Mutation {
  readonly what: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const TOKENS = [
  'null',
  'yes',
  '~',
  '[]',
  '{}',
  '[',
  '}',
  '*a',
  '&a ',
  '!!str ',
  '<<',
  '- ',
  '? ',
  ': ',
  '#',
  '|',
  '>',
  '"',
  "'",
  '%YAML 1.1',
  '---',
  '...',
  '\t',
  '\r',
  '\r\n',
  '\n',
  '\n\n',
  '\ufeff',
  '\u00a0',
  '\u2028',
  '\0',
  '\x1b[2J',
  '\ud800',
  '9'.repeat(400),
  '1e999',
  '.nan',
  '2024-01-31',
  '__proto__',
  'constructor',
  '\u202e',
];
const ODD_KEYS = ['__proto__', '"a b"', '<<', '? ', '"\\ud800"'];
const ANY_TEXT = Object.values({ ...HOSTILE, ...CONTROLS, ...IMPOSSIBLE });
const INSERTED = [...TOKENS, ...Object.values(HOSTILE)];
const KEYS = [
  'formula',
  'where',
  'time',
  'table',
  'query',
  'key',
  'columns',
  'joins',
  'dimensions',
  'label',
  'labels',
  'unit',
  'metrics',
  'datasets',
  'segments',
  'version',
  'of',
  'to',
  'by',
  'empty',
  'examples',
  'x',
  'constructor',
];

type Pick = <T>(items: readonly T[]) => T;

/** Where a change can happen: at a character, in its word, its line and the block of lines that the line opens. */
interface Place {
  readonly text: string;
  readonly at: number;
  readonly pick: Pick;
  /** Both ends of the line, its end of line included. */
  readonly line: readonly [from: number, to: number];
  readonly word: readonly [from: number, to: number];
  /** The line and all deeper ones that follow. */
  readonly block: readonly [from: number, to: number];
}

const lineEnd = (text: string, from: number): number =>
  text.indexOf('\n', from) === -1 ? text.length : text.indexOf('\n', from) + 1;
const indentOf = (line: string): number => /^ */.exec(line)![0].length;

/** Where the block ends that opens at the line that begins at `from`. */
function blockEnd(text: string, from: number): number {
  let end = lineEnd(text, from);
  const indent = indentOf(text.slice(from, end));
  while (end < text.length) {
    const next = text.slice(end, lineEnd(text, end));
    if (next.trim() !== '' && indentOf(next) <= indent) break;
    end += next.length;
  }
  return end;
}

function placeIn(text: string, random: () => number): Place {
  const pick: Pick = (items) => items[Math.floor(random() * items.length)]!;
  const at = Math.floor(random() * text.length);
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const around = Math.max(0, at - 40);
  const words = [...text.slice(around, at + 80).matchAll(/[\w.]+/g)];
  const word = words.length > 0 ? pick(words) : undefined;
  const wordFrom = around + (word?.index ?? 0);
  return {
    text,
    at,
    pick,
    line: [from, lineEnd(text, from)],
    word: [wordFrom, wordFrom + (word?.[0].length ?? 0)],
    block: [from, blockEnd(text, from)],
  };
}

const replaced = (what: string, [from, to]: readonly [number, number], text: string): Mutation => ({
  what,
  from,
  to,
  text,
});
const spaces = ({ pick }: Place): number => pick([1, 2, 3, 4]);

const OF_CHARACTERS: readonly ((place: Place) => Mutation)[] = [
  ({ at }) => replaced('delete a character', [at, at + 1], ''),
  ({ at, text }) => replaced('repeat a character', [at, at], text[at]!),
  ({ at, text }) =>
    replaced('swap two characters', [at, at + 2], [...text.slice(at, at + 2)].reverse().join('')),
  ({ at, pick }) => replaced('insert', [at, at], pick(INSERTED)),
  ({ at, pick }) => replaced('replace a character', [at, at + 1], pick(INSERTED)),
  ({ word }) => replaced('delete a word', word, ''),
  ({ word, pick }) => replaced('replace a word', word, pick([...TOKENS, ...KEYS])),
  ({ word, pick }) => replaced('misspell a word', [word[0], word[0] + 1], pick(['x', '', 'Q', '_'])),
];

const OF_LINES: readonly ((place: Place) => Mutation)[] = [
  ({ line }) => replaced('delete a line', line, ''),
  ({ line, text }) => replaced('repeat a line', [line[0], line[0]], text.slice(...line)),
  ({ line, text }) => {
    const next = [line[1], lineEnd(text, line[1])] as const;
    return replaced('swap two lines', [line[0], next[1]], text.slice(...next) + text.slice(...line));
  },
  (place) => replaced('indent', [place.line[0], place.line[0]], ' '.repeat(spaces(place))),
  (place) => {
    const { line, text } = place;
    const fewer = Math.min(indentOf(text.slice(...line)), spaces(place));
    return replaced('outdent', [line[0], line[0] + fewer], '');
  },
];

const OF_STRUCTURE: readonly ((place: Place) => Mutation)[] = [
  ({ block }) => replaced('delete a block', block, ''),
  ({ block, text }) => replaced('repeat a block', [block[0], block[0]], text.slice(...block)),
  ({ block, text }) => {
    const next = [block[1], blockEnd(text, block[1])] as const;
    return replaced('swap two blocks', [block[0], next[1]], text.slice(...next) + text.slice(...block));
  },
  ({ block, text }) => replaced('indent a block', block, text.slice(...block).replace(/^(?=.)/gm, '  ')),
  ({ block, text }) => replaced('outdent a block', block, text.slice(...block).replace(/^ {2}/gm, '')),
  ({ line, text, pick }) => {
    const [, key = '', name = ''] = /^( *(?:- )?)(\w+)(?=:)/.exec(text.slice(...line)) ?? [];
    const from = line[0] + key.length;
    return replaced('rename a key', [from, from + name.length], pick([...KEYS, `${name}x`, ...ODD_KEYS]));
  },
  ({ line, text, pick }) => {
    const [, key = '', value = ''] = /^( *(?:- )?\w+: +)(.*)$/m.exec(text.slice(...line)) ?? [];
    const from = line[0] + key.length;
    return replaced('change a scalar', [from, from + value.length], JSON.stringify(pick(ANY_TEXT)));
  },
];

/** One random change: of a character, a word, a line, a block, a key or a value. */
export function mutationOf(text: string, random: () => number): Mutation {
  const place = placeIn(text, random);
  return place.pick(place.pick([OF_CHARACTERS, OF_LINES, OF_STRUCTURE]))(place);
}

export const mutated = (text: string, { from, to, text: by }: Mutation): string =>
  text.slice(0, from) + by + text.slice(to);
