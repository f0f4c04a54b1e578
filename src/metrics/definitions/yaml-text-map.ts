import type { Scalar } from 'yaml';
import { mapBlock } from './yaml-block-map';
import { isBlank, MapWriter } from './yaml-map-writer';

/** For each UTF-16 unit of a parsed text, the stretch of the file that wrote it. */
export interface TextMap {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function skipBlanks(source: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(source[at])) at += 1;
  return at;
}

function dropBlanks(source: string, from: number, to: number): number {
  let at = to;
  while (at > from && isBlank(source[at - 1])) at -= 1;
  return at;
}

/** Length of the line break at `at`, 0 when there is none. */
function breakLength(source: string, at: number): number {
  if (source[at] === '\n') return 1;
  return source[at] === '\r' && source[at + 1] === '\n' ? 2 : 0;
}

interface Line {
  readonly from: number;
  readonly to: number;
}

function linesOf(source: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    const length = breakLength(source, at);
    if (length === 0) continue;
    lines.push({ from: start, to: at });
    start = at + length;
    at = start - 1;
  }
  lines.push({ from: start, to });
  return lines;
}

/** Plain and single-quoted text: a line break is a space, n line breaks are n - 1; blanks beside them are nothing. */
function mapFolded(
  source: string,
  from: number,
  to: number,
  copyLine: (writer: MapWriter, line: Line) => void,
): MapWriter {
  const writer = new MapWriter();
  const lines = linesOf(source, from, to);
  let breaks: number[] = [];
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1;
    const start = index === 0 ? line.from : skipBlanks(source, line.from, line.to);
    const end = isLast ? line.to : dropBlanks(source, start, line.to);
    // The first and the last line count even when empty; empty ones between only add a break.
    if (index > 0 && (isLast || end > start)) {
      if (breaks.length === 1) writer.put(' ', breaks[0]!, breaks[0]! + 1);
      else for (const at of breaks.slice(1)) writer.put('\n', at, at + 1);
      breaks = [];
    }
    copyLine(writer, { from: start, to: end });
    if (!isLast) breaks.push(source.indexOf('\n', line.to));
  });
  return writer;
}

function copySingleQuoted(source: string): (writer: MapWriter, line: Line) => void {
  return (writer, { from, to }) => {
    for (let at = from; at < to; at += 1) {
      if (source[at] === "'" && source[at + 1] === "'" && at + 1 < to) {
        writer.put("'", at, at + 2);
        at += 1;
      } else {
        writer.copy(source, at, at + 1);
      }
    }
  };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};
const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Writes the escape at `at`; gives the offset after it. */
function mapEscape(writer: MapWriter, source: string, at: number, to: number): number {
  const letter = source[at + 1] ?? '';
  const lineBreak = breakLength(source, at + 1);
  if (lineBreak > 0) return skipBlanks(source, at + 1 + lineBreak, to);
  const digits = CODE_LENGTHS[letter];
  if (digits === undefined) {
    writer.put(ESCAPES[letter] ?? '', at, at + 2);
    return at + 2;
  }
  const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
  if (code <= 0x10ffff) writer.put(String.fromCodePoint(code), at, at + 2 + digits);
  return at + 2 + digits;
}

/** Writes the fold of the line breaks that start at `at`; gives the offset of the next text. */
function mapDoubleQuotedBreaks(writer: MapWriter, source: string, at: number, to: number): number {
  const breaks: number[] = [];
  let next = at;
  while (next < to && (isBlank(source[next]) || breakLength(source, next) > 0)) {
    const length = breakLength(source, next);
    if (length > 0) breaks.push(next + length - 1);
    next += Math.max(1, length);
  }
  if (breaks.length === 1) writer.put(' ', breaks[0]!, breaks[0]! + 1);
  else for (const offset of breaks.slice(1)) writer.put('\n', offset, offset + 1);
  return next;
}

function mapDoubleQuoted(source: string, from: number, to: number): MapWriter {
  const writer = new MapWriter();
  let at = from;
  while (at < to) {
    const afterBlanks = skipBlanks(source, at, to);
    if (source[at] === '\\') at = mapEscape(writer, source, at, to);
    else if (breakLength(source, afterBlanks) > 0 && afterBlanks < to)
      at = mapDoubleQuotedBreaks(writer, source, afterBlanks, to);
    else if (afterBlanks > at) {
      writer.copy(source, at, afterBlanks);
      at = afterBlanks;
    } else {
      writer.copy(source, at, at + 1);
      at += 1;
    }
  }
  return writer;
}

function write(source: string, type: string | undefined, from: number, to: number, text: string): MapWriter {
  switch (type) {
    case 'QUOTE_SINGLE':
      return mapFolded(source, from + 1, to - 1, copySingleQuoted(source));
    case 'QUOTE_DOUBLE':
      return mapDoubleQuoted(source, from + 1, to - 1);
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      return mapBlock(source, from, to, text, type === 'BLOCK_FOLDED');
    default:
      return mapFolded(source, from, to, (writer, line) => writer.copy(source, line.from, line.to));
  }
}

/**
 * Where each UTF-16 unit of a scalar's text stands in `source`, the text that it was parsed from, in all five YAML styles.
 *
 * The text is read a second time by rules of our own; null when that reading differs from the parser's, so that a place is
 * exact or absent. A folded line break is at its line feed; an escape is one stretch. Linear in the scalar's length.
 */
export function mapText(source: string, scalar: Scalar): TextMap | null {
  const [from, to] = scalar.range ?? [0, 0];
  const text = scalar.source ?? '';
  const map = write(source, scalar.type, from, to, text);
  return map.text === text ? map : null;
}
