import type { TextRange } from './syntax';

const TOKEN =
  /(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*)(?:\s*\.\s*(?:"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*|\*))*|'(?:[^']|'')*'|[\d.]+(?:e[+-]?\d+)?|[<>=!|:]+|./iuy;

/** The token that begins at an index: a dotted name, a quoted text, a number, or one sign. */
export function tokenAt(text: string, from: number): TextRange {
  TOKEN.lastIndex = from;
  const token = TOKEN.exec(text);
  return { from, to: from + (token?.[0].length ?? 1) };
}
