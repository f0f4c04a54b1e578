import type { Scalar } from 'yaml';
import { rangeOf } from '../yaml-value';

/** A text as it stands behind its key: the first line there, the others already indented from the key's column. */
export interface ScalarLines {
  readonly lines: readonly string[];
  /** The blank lines at its end are part of the text, so that none may be added or taken away behind it. */
  readonly open: boolean;
}

const INDENT = '  ';

export const isBlockText = (scalar: Scalar): boolean => scalar.type?.startsWith('BLOCK') === true;

export const isOneLine = (text: string, scalar: Scalar): boolean =>
  !isBlockText(scalar) && !text.slice(...rangeOf(scalar)).includes('\n');

/** The lines of a text in the author's own style: neither quotes nor line breaks are changed, only what stands before the lines. */
export function scalarLines(text: string, scalar: Scalar): ScalarLines {
  if (isBlockText(scalar)) return blockLines(text, scalar);
  const [first = '', ...rest] = text.slice(...rangeOf(scalar)).split(/\r?\n/);
  if (rest.length === 0) return { lines: [first], open: false };
  const isEscaping = scalar.type === 'QUOTE_DOUBLE';
  const lines = [first, ...rest].map((line, index) => {
    const isLast = index === rest.length;
    const end = isLast ? line : isEscaping ? withoutFreeBlanks(line) : line.trimEnd();
    if (index === 0) return end;
    const content = end.replace(/^[ \t]+/, '');
    return content === '' ? '' : INDENT + content;
  });
  return { lines, open: false };
}

/** Blanks at the end of a line go, but for one that a backslash makes part of the text. */
function withoutFreeBlanks(line: string): string {
  const trimmed = line.replace(/[ \t]+$/, '');
  const backslashes = /\\*$/.exec(trimmed)?.[0].length ?? 0;
  return backslashes % 2 === 1 ? line.slice(0, trimmed.length + 1) : trimmed;
}

function blockLines(text: string, scalar: Scalar): ScalarLines {
  const value = scalar.source ?? '';
  const [from, to] = rangeOf(scalar);
  const [header = '', ...source] = text.slice(from, to).split(/\r?\n/);
  const firstFull = source.findIndex((line) => line.trim() !== '');
  // Blanks and line breaks only: which of them count is told better by escapes.
  if (firstFull === -1) return { lines: [JSON.stringify(value)], open: false };
  const own = /^( *)[^ \n]/m.exec(value)?.[1]?.length ?? 0;
  const indent = source[firstFull]!.search(/[^ ]/) - own;
  const content = source.map((line) => line.slice(Math.min(indent, line.search(/[^ ]|$/))));
  while (content.at(-1) === '') content.pop();
  const sign = header.charAt(0);
  const style = `${sign}${own > 0 || startsIndented(content) ? INDENT.length : ''}`;
  const body = content.map((line) => (line === '' ? '' : INDENT + line));
  const breaks = /\n*$/.exec(value)?.[0].length ?? 0;
  if (breaks === 0) return { lines: [`${style}-`, ...body], open: false };
  if (!header.includes('+') || (breaks === 1 && !endsBlank(content))) {
    return { lines: [style, ...body], open: false };
  }
  return { lines: [`${style}+`, ...body, ...Array<string>(breaks - 1).fill('')], open: true };
}

/** Blanks before the first word make a reader guess the indentation wrong, unless a digit tells it. */
const startsIndented = (content: readonly string[]): boolean => content[0]?.startsWith(' ') === true;

const endsBlank = (content: readonly string[]): boolean => content.at(-1)?.trim() === '';
