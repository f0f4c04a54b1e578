import type { Condition, Having, Scalar, Test } from '../../metrics/model/query';
import { type Door, malformed } from './door';

/** A word of a question's text before its type is known; quoted ones are texts whatever they look like. */
export interface Word {
  readonly text: string;
  readonly quoted: boolean;
}

/** How a word becomes a value of the type that the name has. */
export type ReadWord = (name: string, word: Word) => Scalar;

const NAME = /^\s*([A-Za-z_][\w.]*)/;
const OPERATORS = 'operators are = != < <= > >= ~ ^= in, not in, is null, is not null; ';

const SYMBOLS = [
  ['!=', 'ne'],
  ['<=', 'lte'],
  ['>=', 'gte'],
  ['^=', 'startsWith'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['=', 'eq'],
  ['~', 'contains'],
] as const;

/**
 * Reads one `where`: `NAME OP VALUE`, `NAME [not] in A, B`, `NAME is [not] null`; `time` is the metric's own time.
 * A value may be quoted, single or double; an unquoted `null` is NULL.
 *
 * @throws Failure the door's code.
 */
export function parseWhere(text: string, read: ReadWord, door: Door): Condition {
  const [name, test] = parseCondition(text, read) ?? [];
  if (name === undefined || test === undefined)
    throw malformed(door, 'where', text, ['orders.channel = web'], OPERATORS);
  return name === 'time' ? { time: true, ...test } : { dimension: name, ...test };
}

/** Reads one `having`: the same with a metric. @throws Failure the door's code. */
export function parseHaving(text: string, read: ReadWord, door: Door): Having {
  const [metric, test] = parseCondition(text, read) ?? [];
  if (metric === undefined || test === undefined)
    throw malformed(door, 'having', text, ['net_revenue > 100'], OPERATORS);
  return { metric, ...test };
}

function parseCondition(text: string, read: ReadWord): readonly [name: string, test: Test] | null {
  const [matched, name] = NAME.exec(text) ?? [];
  if (matched === undefined || name === undefined) return null;
  const test = parseTest(text.slice(matched.length).trim(), name, read);
  return test && [name, test];
}

function parseTest(rest: string, name: string, read: ReadWord): Test | null {
  const isNull = /^is(\s+not)?\s+null$/i.exec(rest);
  if (isNull) return { isNull: isNull[1] === undefined };
  const list = /^(not\s+)?in\b(.*)$/is.exec(rest);
  if (list) {
    const words = parseList(list[2] ?? '');
    if (words === null) return null;
    const values = words.map((word) => read(name, word));
    return list[1] === undefined ? { in: values } : { notIn: values };
  }
  return parseComparison(rest, name, read);
}

function parseComparison(rest: string, name: string, read: ReadWord): Test | null {
  const symbol = SYMBOLS.find(([sign]) => rest.startsWith(sign));
  if (!symbol) return null;
  const [sign, operator] = symbol;
  const words = parseWords(rest.slice(sign.length), false);
  const word = words?.[0];
  if (words?.length !== 1 || word === undefined) return null;
  if (operator === 'contains' || operator === 'startsWith') return { [operator]: word.text };
  const value = read(name, word);
  if (value !== null) return { [operator]: value };
  if (operator === 'eq' || operator === 'ne') return { isNull: operator === 'eq' };
  return null;
}

/** `web, app` or `(web, app)`. */
function parseList(text: string): readonly Word[] | null {
  const inner = /^\s*\((.*)\)\s*$/s.exec(text)?.[1] ?? text;
  return parseWords(inner, true);
}

const QUOTED = /^\s*(?:'((?:[^']|'')*)'|"((?:[^"]|"")*)")\s*(?=,|$)/;

/** Null where a word is empty: the empty text is written `''`. */
function parseWords(text: string, list: boolean): readonly Word[] | null {
  const words: Word[] = [];
  let rest = text;
  for (;;) {
    const quoted = QUOTED.exec(rest);
    const end = quoted ? quoted[0].length : list && rest.includes(',') ? rest.indexOf(',') : rest.length;
    const word = quoted
      ? { text: quoted[1]?.replaceAll("''", "'") ?? quoted[2]?.replaceAll('""', '"') ?? '', quoted: true }
      : { text: rest.slice(0, end).trim(), quoted: false };
    if (!word.quoted && word.text === '') return null;
    words.push(word);
    if (end >= rest.length) return words;
    rest = rest.slice(end + 1);
  }
}
