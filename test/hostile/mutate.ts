import { HOSTILE } from './texts';

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

/** One random change: of a character, of a word, of a line, of an indentation, of a key. */
export function mutationOf(text: string, random: () => number): Mutation {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const at = Math.floor(random() * text.length);
  const lineFrom = text.lastIndexOf('\n', at - 1) + 1;
  const lineTo = text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at) + 1;
  const line = text.slice(lineFrom, lineTo);
  const words = [...text.slice(Math.max(0, at - 40), at + 80).matchAll(/[\w.]+/g)];
  const word = words.length > 0 ? pick(words) : undefined;
  const wordFrom = Math.max(0, at - 40) + (word?.index ?? 0);
  const wordTo = wordFrom + (word?.[0].length ?? 0);
  const indent = /^ */.exec(line)![0].length;
  const key = /^( *(?:- )?)([\w]+)(?=:)/.exec(line);
  const changes: readonly (() => Mutation)[] = [
    () => ({ what: 'delete a character', from: at, to: at + 1, text: '' }),
    () => ({ what: 'repeat a character', from: at, to: at, text: text[at]! }),
    () => ({
      what: 'swap two characters',
      from: at,
      to: at + 2,
      text: [...text.slice(at, at + 2)].reverse().join(''),
    }),
    () => ({ what: 'insert', from: at, to: at, text: pick(INSERTED) }),
    () => ({ what: 'replace a character', from: at, to: at + 1, text: pick(INSERTED) }),
    () => ({ what: 'delete a word', from: wordFrom, to: wordTo, text: '' }),
    () => ({ what: 'replace a word', from: wordFrom, to: wordTo, text: pick([...TOKENS, ...KEYS]) }),
    () => ({ what: 'misspell a word', from: wordFrom, to: wordFrom + 1, text: pick(['x', '', 'Q', '_']) }),
    () => ({ what: 'delete a line', from: lineFrom, to: lineTo, text: '' }),
    () => ({ what: 'repeat a line', from: lineFrom, to: lineFrom, text: line }),
    () => ({ what: 'indent', from: lineFrom, to: lineFrom, text: ' '.repeat(1 + Math.floor(random() * 4)) }),
    () => ({
      what: 'outdent',
      from: lineFrom,
      to: lineFrom + Math.min(indent, 1 + Math.floor(random() * 4)),
      text: '',
    }),
    () =>
      key
        ? {
            what: 'rename a key',
            from: lineFrom + key[1]!.length,
            to: lineFrom + key[1]!.length + key[2]!.length,
            text: pick([...KEYS, `${key[2]}x`, '__proto__', '"a b"', '<<']),
          }
        : { what: 'insert', from: at, to: at, text: pick(TOKENS) },
  ];
  return pick(changes)();
}

export const mutated = (text: string, { from, to, text: by }: Mutation): string =>
  text.slice(0, from) + by + text.slice(to);
