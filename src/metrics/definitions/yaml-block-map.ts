import { isBlank, MapWriter } from './yaml-map-writer';

interface BlockLine {
  /** Where the line begins; its indentation is `from`..`content`. */
  readonly from: number;
  readonly content: number;
  readonly to: number;
  /** The offset of its line feed; the end of the file when there is none. */
  readonly feed: number;
}

function blockLinesOf(source: string, from: number, to: number): BlockLine[] {
  const lines: BlockLine[] = [];
  for (let start = from; start <= to; ) {
    const found = source.indexOf('\n', start);
    const feed = found === -1 || found >= to ? to : found;
    const end = source[feed - 1] === '\r' && feed > start ? feed - 1 : feed;
    let content = start;
    while (content < end && source[content] === ' ') content += 1;
    lines.push({ from: start, content, to: end, feed });
    start = feed + 1;
  }
  return lines;
}

/** How many spaces each line of a block has in the file but not in its text: the first full line of both tells. */
function blockIndent(firstFull: BlockLine, text: string): number {
  const spaces = /^( *)[^ \n]/m.exec(text)?.[1]?.length ?? 0;
  return firstFull.content - firstFull.from - spaces;
}

/** Block text without its last line breaks, which the chomping indicator rules. */
function mapBlockLines(
  writer: MapWriter,
  source: string,
  lines: readonly BlockLine[],
  indent: number,
  folded: boolean,
): void {
  let feeds: number[] = [];
  let before: 'nothing' | 'text' | 'indented' = 'nothing';
  for (const line of lines) {
    const from = Math.min(line.from + indent, line.content);
    const isEmpty = from === line.to;
    const isIndented = !isEmpty && isBlank(source[from]);
    if (!isEmpty) {
      const keepsAll = !folded || before !== 'text' || isIndented;
      if (keepsAll) for (const at of feeds) writer.put('\n', at, at + 1);
      else if (feeds.length === 1) writer.put(' ', feeds[0]!, feeds[0]! + 1);
      else for (const at of feeds.slice(1)) writer.put('\n', at, at + 1);
      feeds = [];
      writer.copy(source, from, line.to);
      before = isIndented ? 'indented' : 'text';
    }
    feeds.push(line.feed);
  }
}

/** Reads a block scalar, `|` or `>`, from its header at `from`. `text` is the parsed one, which tells the indentation. */
export function mapBlock(source: string, from: number, to: number, text: string, folded: boolean): MapWriter {
  const writer = new MapWriter();
  const header = source.indexOf('\n', from);
  if (header === -1 || header >= to) return writer;
  const lines = blockLinesOf(source, header + 1, to);
  const firstFull = lines.find((line) => line.content < line.to);
  if (firstFull) mapBlockLines(writer, source, lines, blockIndent(firstFull, text), folded);
  // What is left are line breaks at the end: as many as the chomping kept.
  const last = writer.ends.at(-1) ?? header + 1;
  let feed = source.indexOf('\n', last);
  for (const character of text.slice(writer.text.length)) {
    if (character !== '\n') break;
    const at = feed === -1 || feed >= to ? to : feed;
    writer.put('\n', at, Math.min(at + 1, source.length));
    feed = feed === -1 ? -1 : source.indexOf('\n', feed + 1);
  }
  return writer;
}
