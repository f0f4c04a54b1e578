import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { keyText, rangeOf } from '../yaml-value';
import { commentsOf, isAfterBlankLine, type PlacedComment } from './comments';
import type { Layout, LayoutCollection, LayoutEntry, LayoutValue, LineComment } from './layout';
import { isBlockText, isOneLine } from './scalar-lines';

/** Where a collection stands: comments below its last entry end at `limit`, or where the indentation becomes less. */
interface Surroundings {
  readonly limit: number;
  /** The column of the entries around it; -1 for the root. */
  readonly column: number;
}

/** The start of an entry, the end of its key or dash, and where the next entry starts. */
interface EntryPlace extends Surroundings {
  readonly from: number;
  readonly opened: number;
}

/**
 * Reads the tree of a file together with its comments: each comment goes to the entry that it is beside or above, told by
 * lines and indentation, and every one goes somewhere. Values are mappings and lists without tags or anchors.
 */
export function readLayout(text: string, contents: Node | null): Layout {
  const reader = new LayoutReader(text, commentsOf(text));
  const isNothing = contents === null || (isScalar(contents) && isEmptyScalar(contents));
  if (isNothing || !(isMap(contents) || isSeq(contents))) {
    return { header: [], root: null, below: reader.rest() };
  }
  const root = reader.collection(contents, { limit: Number.POSITIVE_INFINITY, column: -1 });
  const below = [...root.below, ...reader.rest()];
  return { ...withHeader({ ...root, below }), below: [] };
}

/** Cuts the comments that a blank line parts from the first key off from it. */
function withHeader(root: LayoutCollection): { header: readonly LineComment[]; root: LayoutCollection } {
  const [first, ...others] = root.entries;
  if (first === undefined) return { header: [], root };
  const cut = first.blank ? first.above.length : first.above.findLastIndex(({ blank }) => blank);
  if (cut <= 0) return { header: [], root };
  const kept = { ...first, above: first.above.slice(cut) };
  return { header: first.above.slice(0, cut), root: { ...root, entries: [kept, ...others] } };
}

const isEmptyScalar = (scalar: Scalar): boolean => {
  const [from, to] = rangeOf(scalar);
  return scalar.value === null && from === to;
};

class LayoutReader {
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly comments: readonly PlacedComment[],
  ) {}

  /** The comments that nobody has taken. */
  rest(): readonly LineComment[] {
    return this.take(() => true).map(lineComment);
  }

  collection(node: YAMLMap | YAMLSeq, around: Surroundings): LayoutCollection {
    const [from, to] = rangeOf(node);
    const flow = node.flow === true;
    // Between brackets indentation says nothing, and a line may be as long as the file.
    const column = flow ? around.column : from - (this.text.lastIndexOf('\n', from - 1) + 1);
    const inside = { limit: flow ? to - 1 : around.limit, column };
    const entries = isMap(node) ? this.pairs(node, inside) : this.items(node, inside);
    const deep = Math.max(column, around.column + 1);
    const below = flow
      ? this.take(({ from: at }) => at < to)
      : this.take((comment) => comment.from < around.limit && comment.ownLine && comment.column >= deep);
    return { kind: isMap(node) ? 'map' : 'list', flow, entries, below: below.map(lineComment) };
  }

  private pairs(map: YAMLMap, inside: Surroundings): LayoutEntry[] {
    const starts = map.items.map((pair) => rangeOf(pair.key as Node)[0]);
    return map.items.map((pair, index) => {
      const key = pair.key as Scalar;
      const [from, opened] = rangeOf(key);
      const place = { from, opened, limit: starts[index + 1] ?? inside.limit, column: inside.column };
      const shown = isOneLine(this.text, key) ? this.text.slice(from, opened) : JSON.stringify(keyText(key));
      return { key: shown, name: keyText(key), ...this.entry(pair.value as Node | null, place) };
    });
  }

  private items(list: YAMLSeq, inside: Surroundings): LayoutEntry[] {
    const items = list.items as (Node | null)[];
    const starts = list.flow ? items.map((item) => rangeOf(item!)[0]) : this.dashes(list, items);
    return items.map((item, index) => {
      const from = starts[index]!;
      const opened = list.flow ? from : from + 1;
      const place = { from, opened, limit: starts[index + 1] ?? inside.limit, column: inside.column };
      return { key: null, name: '', ...this.entry(item, place) };
    });
  }

  /** The dashes of a list: between two items there is nothing else but blanks and comments. */
  private dashes(list: YAMLSeq, items: readonly (Node | null)[]): number[] {
    let at = rangeOf(list)[0];
    return items.map((item) => {
      const dash = this.dashFrom(at);
      const end = item === null || (isScalar(item) && isEmptyScalar(item)) ? dash : endOfContent(item);
      at = Math.max(dash + 1, end);
      return dash;
    });
  }

  private dashFrom(from: number): number {
    let at = from;
    while (this.text[at] !== '-' && at < this.text.length) {
      const lineEnd = this.text[at] === '#' ? this.text.indexOf('\n', at) : -1;
      at = lineEnd === -1 ? at + 1 : lineEnd;
    }
    return at;
  }

  private entry(node: Node | null, place: EntryPlace): Omit<LayoutEntry, 'key' | 'name'> {
    const { from, opened, limit } = place;
    const above = this.take((comment) => comment.from < from).map(lineComment);
    const blank = this.startsLine(from) && isAfterBlankLine(this.text, from);
    const isEmpty = node === null || (isScalar(node) && isEmptyScalar(node));
    if (isEmpty) {
      return { value: { kind: 'empty' }, above, blank, opening: [], behind: this.besides(opened, limit) };
    }
    const start = rangeOf(node)[0];
    const opening = this.besides(opened, start);
    const isBlockCollection = (isMap(node) || isSeq(node)) && !node.flow;
    // Comments between a key and the first entry below it belong to that entry.
    const between = isBlockCollection ? [] : this.take((comment) => comment.from < start).map(lineComment);
    const value = this.value(node, { limit, column: place.column });
    const isText = isScalar(node) && isBlockText(node);
    const end = isText ? start : endOfContent(node);
    const inText = isText ? this.take((comment) => comment.from < rangeOf(node)[1]) : [];
    const behind = isBlockCollection ? [] : this.besides(end, limit);
    return {
      value,
      above: [...above, ...between],
      blank,
      opening,
      behind: [...inText.map(({ text }) => text), ...behind],
    };
  }

  private value(node: Node, around: Surroundings): LayoutValue {
    if (isMap(node) || isSeq(node)) return this.collection(node, around);
    return { kind: 'scalar', scalar: node as Scalar };
  }

  /** Comments on the line of `from`. */
  private besides(from: number, limit: number): readonly string[] {
    const isBeside = ({ from: at }: PlacedComment): boolean =>
      at >= from && at < limit && !this.text.slice(from, at).includes('\n');
    return this.take(isBeside).map(({ text }) => text);
  }

  private take(wanted: (comment: PlacedComment) => boolean): PlacedComment[] {
    const taken: PlacedComment[] = [];
    for (let comment = this.comments[this.next]; comment && wanted(comment); ) {
      taken.push(comment);
      this.next += 1;
      comment = this.comments[this.next];
    }
    return taken;
  }

  private startsLine(offset: number): boolean {
    let at = offset;
    while (this.text[at - 1] === ' ') at -= 1;
    return at === 0 || this.text[at - 1] === '\n';
  }
}

const lineComment = ({ text, blank, ownLine }: PlacedComment): LineComment => ({
  text,
  blank: blank && ownLine,
});

/** Where the last character of a node is, without the line ends and comments that follow a block. */
function endOfContent(node: Node): number {
  const [, to] = rangeOf(node);
  if ((!isMap(node) && !isSeq(node)) || node.flow) return to;
  const last = node.items.at(-1);
  if (last === undefined) return to;
  if (isSeq(node)) return last === null ? to : endOfContent(last as Node);
  const { key, value } = last as { key: Node; value: Node | null };
  return value === null || (isScalar(value) && isEmptyScalar(value)) ? rangeOf(key)[1] : endOfContent(value);
}
