import type { TextRange } from './syntax';

const TOKEN =
  /(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)(?:\s*\.\s*(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*|\*))*|'(?:[^']|'')*'|[\d.]+(?:e[+-]?\d+)?|[<>=!|:]+|./iuy;

/** The token that begins at an index: a dotted name, a quoted text, a number, or one sign. */
export function tokenAt(text: string, from: number): TextRange {
  TOKEN.lastIndex = from;
  const token = TOKEN.exec(text);
  return { from, to: from + (token?.[0].length ?? 1) };
}

/** Maps bytes of a text's UTF-8, in which the grammar counts, to UTF-16 units; bytes inside a character to its beginning. */
export function utf16Offsets(text: string): (byte: number) => number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the ASCII range
  if (/^[\x00-\x7f]*$/.test(text)) return (byte) => byte;
  const starts: number[] = [];
  let index = 0;
  for (const char of text) {
    for (let i = Buffer.byteLength(char); i > 0; i--) starts.push(index);
    index += char.length;
  }
  return (byte) => starts[byte] ?? index;
}
