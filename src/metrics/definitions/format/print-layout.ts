import { type Arranged, type ArrangedBlock, arrangeBlock } from './arrange-layout';
import type { Place } from './key-order';
import type { Layout, LineComment } from './layout';
import { isBlockText, scalarLines } from './scalar-lines';

const INDENT = '  ';

/** Lines without line ends; `open` = blank lines behind them would become part of the last text. */
interface Printed {
  readonly lines: readonly string[];
  readonly open: boolean;
}

/** The lines of a file, without line ends. `text` is what the layout was read from. */
export function printLayout(text: string, { header, root, below }: Layout, place: Place): readonly string[] {
  const top = commentLines(header);
  if (root === null) return [...top, ...commentLines(below)];
  if (root.entries.length === 0) return [...top, ...commentLines(root.below), '{}'];
  const body = printBlock(text, arrangeBlock(text, root, place));
  return top.length === 0 ? body.lines : [...top, '', ...body.lines];
}

function printBlock(text: string, block: ArrangedBlock): Printed {
  const lines: string[] = [];
  let before: Printed | null = null;
  for (const entry of block.entries) {
    const printed = printEntry(text, entry);
    if (before !== null && !before.open && isApart(block.place, before, printed, entry)) lines.push('');
    lines.push(...printed.lines);
    before = printed;
  }
  const open = before?.open ?? false;
  if (block.below.length === 0) return { lines, open };
  if (block.below[0]!.blank && !open && before !== null) lines.push('');
  return { lines: [...lines, ...commentLines(block.below)], open: false };
}

/** Whether a blank line parts an entry from the one before: always between definitions of several lines, else where the author put one. */
function isApart(place: Place, before: Printed, printed: Printed, entry: Arranged): boolean {
  if (place === 'file') return true;
  const isSection = place === 'datasets' || place === 'metrics' || place === 'segments';
  if (isSection && Math.max(before.lines.length, printed.lines.length) > 1) return true;
  return entry.above[0]?.blank ?? entry.blank;
}

/** The blank line before the first of them is not here. */
const commentLines = (comments: readonly LineComment[]): readonly string[] =>
  comments.flatMap(({ text, blank }, index) => (blank && index > 0 ? ['', text] : [text]));

function printEntry(text: string, entry: Arranged): Printed {
  const above = [...commentLines(entry.above), ...(entry.blank && entry.above.length > 0 ? [''] : [])];
  const { lines, open } = printValue(text, entry);
  return { lines: [...above, ...lines], open };
}

const beside = (line: string, comment: string | null): string =>
  comment === null ? line : `${line} ${comment}`;

const indented = (line: string): string => (line === '' ? '' : INDENT + line);

function printValue(text: string, { key, value, opening, behind }: Arranged): Printed {
  const opener = key === null ? '-' : `${key}:`;
  switch (value.kind) {
    case 'empty':
      return closed([beside(opener, behind)]);
    case 'flat':
      return closed([beside(`${opener} ${value.text}`, behind)]);
    case 'scalar': {
      const { lines, open } = scalarLines(text, value.scalar);
      const commented = isBlockText(value.scalar) && lines.length > 1 ? 0 : lines.length - 1;
      const shown = lines.map((line, index) => (index === commented ? beside(line, behind) : line));
      return { lines: [`${opener} ${shown[0]}`, ...shown.slice(1)], open };
    }
    case 'filled': {
      const shown = [...value.lines.slice(0, -1), beside(value.lines.at(-1)!, behind)];
      if (key !== null) return closed([beside(opener, opening), ...shown.map(indented)]);
      return closed([`${opener} ${shown[0]}`, ...shown.slice(1).map(indented)]);
    }
    case 'block': {
      const { lines, open } = printBlock(text, value);
      if (key !== null) return { lines: [beside(opener, opening), ...lines.map(indented)], open };
      return { lines: [`${opener} ${lines[0]}`, ...lines.slice(1).map(indented)], open };
    }
  }
}

const closed = (lines: readonly string[]): Printed => ({ lines, open: false });
