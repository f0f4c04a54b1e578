import { createColors } from 'picocolors';
import type { Diagnostic, Position, Span } from './diagnostic';
import { visiblePieces, visibleText } from './visible-text';

export interface RenderOptions {
  readonly color: boolean;
  /** Printed before the file's name, such as `definitions`; spans are relative to that folder. */
  readonly folder?: string;
}

type Colors = ReturnType<typeof createColors>;

const TAB_WIDTH = 4;
/** Cells of source shown per line; longer lines are cut around the caret. */
const MAX_CELLS = 100;
/** UTF-16 units looked at on each side of the caret: a line of a megabyte must not be measured whole. */
const WINDOW = 400;
/** Where the caret stands in a line that had to be cut. */
const CARET_CELLS = 40;

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Keeps the line left-to-right, so that the caret stays under its word. */
const LEFT_TO_RIGHT_MARK = '\u200e';

interface Excerpt {
  readonly text: string;
  /** Cells before the first caret. */
  readonly indent: number;
  readonly carets: number;
}

interface Cell {
  readonly text: string;
  readonly width: number;
  /** UTF-16 offset in the line. */
  readonly from: number;
}

/** The text of a line without its line break; null when the text has no such line. */
function lineOf(text: string, line: number): string | null {
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (let passed = 1; passed < line; passed += 1) {
    const newline = text.indexOf('\n', start);
    if (newline === -1) return null;
    start = newline + 1;
  }
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline;
  return text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
}

function isInsidePair(line: string, offset: number): boolean {
  const before = line.charCodeAt(offset - 1);
  const after = line.charCodeAt(offset);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

/** The cells of the line between two offsets, tabs drawn as spaces. */
function cellsOf(line: string, from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  let offset = from;
  let column = 0;
  for (const piece of visiblePieces(line.slice(from, to))) {
    const tab = line[offset] === '\t';
    const width = tab ? TAB_WIDTH - (column % TAB_WIDTH) : piece.width;
    cells.push({ text: tab ? ' '.repeat(width) : piece.text, width, from: offset });
    column += width;
    offset += piece.length;
  }
  return cells;
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.width, 0);

/** Drops cells from the front until the caret is near enough, then cells from the end until the line fits. */
function cut(cells: readonly Cell[], start: number): { shown: Cell[]; front: boolean; back: boolean } {
  if (widthOf(cells) <= MAX_CELLS) return { shown: [...cells], front: false, back: false };
  const before = cells.filter((cell) => cell.from < start);
  let first = 0;
  for (let width = widthOf(before); width > CARET_CELLS && first < before.length; first += 1)
    width -= before[first]!.width;
  const shown: Cell[] = [];
  let width = 0;
  for (const cell of cells.slice(first)) {
    if (width + cell.width > MAX_CELLS) break;
    shown.push(cell);
    width += cell.width;
  }
  return { shown, front: first > 0, back: first + shown.length < cells.length };
}

/** The part of the span's first line that is shown, and where the carets stand under it. */
function excerptOf(span: Span, source: string): Excerpt | null {
  const line = lineOf(source, span.start.line);
  if (line === null) return null;
  const start = Math.min(span.start.column - 1, line.length);
  const lastOfSpan = span.end.line === span.start.line ? span.end.column - 1 : line.trimEnd().length;
  const end = Math.min(Math.max(lastOfSpan, start), line.length);
  let from = Math.max(0, start - WINDOW);
  let to = Math.min(line.length, start + WINDOW);
  if (isInsidePair(line, from)) from -= 1;
  if (isInsidePair(line, to)) to += 1;
  const { shown, front, back } = cut(cellsOf(line, from, to), start);
  const [opening, closing] = [front || from > 0 ? '…' : '', back || to < line.length ? '…' : ''];
  // A caret inside a character stands under the whole of it.
  const underlined = shown.filter((cell, i) => cell.from < end && (shown[i + 1]?.from ?? to) > start);
  const mark = RIGHT_TO_LEFT.test(line.slice(from, to)) ? LEFT_TO_RIGHT_MARK : '';
  const firstUnderlined = underlined[0]?.from ?? start;
  return {
    text: mark + opening + shown.map((cell) => cell.text).join('') + closing,
    indent: opening.length + widthOf(shown.filter((cell) => cell.from < firstUnderlined)),
    carets: Math.max(1, widthOf(underlined)),
  };
}

function placeOf(span: Span, folder: string | undefined): string {
  const file = folder === undefined ? span.file : `${folder}/${span.file}`;
  return `${visibleText(file)}:${span.start.line}:${span.start.column}`;
}

function bodyOf(diagnostic: Diagnostic, source: string | null, colors: Colors): string[] {
  const message = visibleText(diagnostic.message);
  const excerpt = source === null ? null : excerptOf(diagnostic.at, source);
  if (!excerpt) return [`  ${message}`];
  const paint = diagnostic.severity === 'error' ? colors.red : colors.yellow;
  const number = String(diagnostic.at.start.line);
  const gutter = (label: string): string => colors.dim(`  ${label} |`);
  return [
    `${gutter(number)} ${excerpt.text}`.trimEnd(),
    `${gutter(' '.repeat(number.length))} ${' '.repeat(excerpt.indent)}${paint('^'.repeat(excerpt.carets))}  ${message}`,
  ];
}

/**
 * A finding as lines for a terminal: place, severity and code, the line with carets under the fault, message, hint and
 * related places. `sourceText` is the whole text of the file; null leaves the excerpt out. No line break at the end.
 *
 * Nothing in the text can move the cursor or change colours: control characters are drawn as signs.
 */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  sourceText: string | null,
  options: RenderOptions,
): string {
  const colors = createColors(options.color);
  const paint = diagnostic.severity === 'error' ? colors.red : colors.yellow;
  const lines = [
    `${colors.bold(placeOf(diagnostic.at, options.folder))}  ${paint(diagnostic.severity)}  ${diagnostic.code}`,
    ...bodyOf(diagnostic, sourceText, colors),
  ];
  if (diagnostic.hint !== undefined) lines.push(`  ${colors.cyan('hint:')} ${visibleText(diagnostic.hint)}`);
  for (const place of diagnostic.related ?? []) {
    lines.push(
      `  ${colors.cyan('see:')} ${placeOf(place.at, options.folder)}  ${visibleText(place.message)}`,
    );
  }
  return lines.join('\n');
}

/**
 * A stretch of a text that is in no file, such as the formula of a question: its line as a terminal may print it, and below it
 * carets under the stretch. `from` and `to` count UTF-16 units, `to` is exclusive.
 */
export function textFrame(text: string, from: number, to: number): string {
  const span = { file: '', start: positionOf(text, from), end: positionOf(text, to) };
  const excerpt = excerptOf(span, text);
  return excerpt ? `${excerpt.text}\n${' '.repeat(excerpt.indent)}${'^'.repeat(excerpt.carets)}` : '';
}

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
