import { LineCounter } from 'yaml';
import type { Position, Span } from '../../base/diagnostic';
import type { DefinitionFile } from './raw';

/** A file's text with the way from offsets to lines. Offsets count UTF-16 units of `text`, which has no byte order mark. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  /** The span of `text` from `from` up to `to`; both are clamped to the text. */
  span(from: number, to: number): Span;
}

/**
 * Characters that YAML does not allow in a file, and line breaks that only some readers see (a lone CR, NEL, U+2028): the
 * parser and the reviewer could disagree on what the text says.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\r(?!\n)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const REPLACEMENT = '\ufffd';

/** Offsets of the first forbidden characters of a text, at most `max`. */
export function forbiddenOffsets(text: string, max: number): number[] {
  const offsets: number[] = [];
  for (const match of text.matchAll(FORBIDDEN)) {
    offsets.push(match.index);
    if (offsets.length === max) break;
  }
  return offsets;
}

/** The same text, unit for unit, with each forbidden character replaced, so that parsing it is safe. */
export const withoutForbidden = (text: string): string => text.replace(FORBIDDEN, REPLACEMENT);

export function yamlSource(file: DefinitionFile): YamlSource {
  const text = file.text.startsWith('\ufeff') ? file.text.slice(1) : file.text;
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(Math.max(0, Math.min(offset, text.length)));
    return { line, column: col };
  };
  return {
    file: file.path,
    text,
    span: (from, to) => ({ file: file.path, start: position(from), end: position(Math.max(from, to)) }),
  };
}
