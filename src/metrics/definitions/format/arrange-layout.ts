import { inOrder, PLACES, type Place } from './key-order';
import type { LayoutCollection, LayoutEntry, LayoutValue, LineComment } from './layout';
import { isOneLine } from './scalar-lines';

/** Of a collection between brackets: characters, indentation and key not counted; the same as where `columns:` are proposed. */
export const MAX_FLOW_WIDTH = 100;

/** An entry whose shape is decided and whose comments each have a line. */
export interface Arranged {
  readonly key: string | null;
  readonly above: readonly LineComment[];
  readonly blank: boolean;
  /** On the line of the key. */
  readonly opening: string | null;
  /** On the last line of the value. */
  readonly behind: string | null;
  readonly value: ArrangedValue;
}

export type ArrangedValue =
  | Exclude<LayoutValue, LayoutCollection>
  | { readonly kind: 'flat'; readonly text: string }
  /** Between brackets, over several lines. */
  | { readonly kind: 'filled'; readonly lines: readonly string[] }
  | ArrangedBlock;

export interface ArrangedBlock {
  readonly kind: 'block';
  readonly place: Place;
  readonly entries: readonly Arranged[];
  readonly below: readonly LineComment[];
}

/** Decides how a collection on lines of its own is written: order of keys, shape of values, lines of comments. */
export function arrangeBlock(text: string, collection: LayoutCollection, place: Place): ArrangedBlock {
  const { under } = PLACES[place];
  const entries = inOrder(collection.entries, place).map((entry) => {
    const inner = collection.kind === 'map' ? under(entry.name) : place;
    return arrangeEntry(text, entry, inner);
  });
  return { kind: 'block', place, entries, below: collection.below };
}

function arrangeEntry(text: string, entry: LayoutEntry, place: Place): Arranged {
  const { key, opening, behind, blank, above } = entry;
  const value = arrangeValue(text, entry.value, place);
  const plain = { key, above, blank, opening: null, behind: null, value };
  if (value.kind === 'block') {
    if (key === null) return hoisted(raised(plain, [...opening, ...behind]), value);
    const [first = null, ...others] = [...opening, ...behind];
    return raised({ ...plain, opening: first }, others);
  }
  const inside =
    isCollection(entry.value) && value.kind === 'flat' ? entry.value.below.map((c) => c.text) : [];
  const onKey = value.kind === 'filled' && key !== null ? (opening[0] ?? null) : null;
  const left = [...opening.slice(onKey === null ? 0 : 1), ...inside, ...behind];
  return raised({ ...plain, opening: onKey, behind: left.at(-1) ?? null }, left.slice(0, -1));
}

const isCollection = (value: LayoutValue): value is LayoutCollection =>
  value.kind === 'map' || value.kind === 'list';

/** Puts comments that have no line beside the entry on lines above it. */
function raised(entry: Arranged, comments: readonly string[]): Arranged {
  if (comments.length === 0) return entry;
  const lines = comments.map((text, index) => ({ text, blank: index === 0 && entry.blank }));
  return { ...entry, above: [...entry.above, ...lines], blank: false };
}

/** Behind a dash there is no room for the comments above the first key: they go above the dash. */
function hoisted(entry: Arranged, block: ArrangedBlock): Arranged {
  const [first, ...others] = block.entries;
  if (first === undefined || first.above.length === 0) return entry;
  const [top, ...more] = first.above;
  const comments = [{ text: top!.text, blank: entry.above.length === 0 ? entry.blank : top!.blank }, ...more];
  return {
    ...entry,
    above: [...entry.above, ...comments],
    blank: false,
    value: { ...block, entries: [{ ...first, above: [], blank: false }, ...others] },
  };
}

function arrangeValue(text: string, value: LayoutValue, place: Place): ArrangedValue {
  if (!isCollection(value)) return value;
  if (value.entries.length === 0) return { kind: 'flat', text: value.kind === 'map' ? '{}' : '[]' };
  if (!value.flow || PLACES[place].flow === 'never' || !fitsLines(text, value)) {
    return arrangeBlock(text, value, place);
  }
  const flat = flatText(text, value, place);
  if (flat.length <= MAX_FLOW_WIDTH) return { kind: 'flat', text: flat };
  const isDeep = place !== 'columns' && value.entries.some((entry) => isCollection(entry.value));
  if (PLACES[place].flow === 'words' || isDeep) return arrangeBlock(text, value, place);
  return { kind: 'filled', lines: filledLines(flatEntries(text, value, place), value.kind) };
}

/** Whether all of it can stand on one line: no comments, no texts of several lines. */
function fitsLines(text: string, value: LayoutValue): boolean {
  if (value.kind === 'scalar') return isOneLine(text, value.scalar);
  if (!isCollection(value)) return true;
  return (
    value.below.length === 0 &&
    value.entries.every(
      ({ above, opening, behind, value: inner }) =>
        above.length + opening.length + behind.length === 0 && fitsLines(text, inner),
    )
  );
}

function flatText(text: string, value: LayoutValue, place: Place): string {
  if (value.kind === 'empty') return '';
  if (value.kind === 'scalar') return text.slice(...(value.scalar.range ?? [0, 0]));
  const entries = flatEntries(text, value, place);
  if (value.kind === 'list') return `[${entries.join(', ')}]`;
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** The entries as they stand between commas. */
function flatEntries(text: string, collection: LayoutCollection, place: Place): readonly string[] {
  const { under } = PLACES[place];
  return inOrder(collection.entries, place).map(({ key, name, value }) => {
    if (key === null) return flatText(text, value, place);
    const shown = flatText(text, value, under(name));
    return shown === '' ? key : `${key}: ${shown}`;
  });
}

/** As many entries a line as fit. */
function filledLines(entries: readonly string[], kind: LayoutCollection['kind']): readonly string[] {
  const [open, close, space] = kind === 'map' ? ['{', ' }', ' '] : ['[', ']', ''];
  const lines: string[] = [];
  let line = open;
  for (const [index, entry] of entries.entries()) {
    const end = index === entries.length - 1 ? close : ',';
    const piece = `${index === 0 ? space : ' '}${entry}${end}`;
    if (index > 0 && line.length + piece.length > MAX_FLOW_WIDTH) {
      lines.push(line);
      // Under the first entry.
      line = space;
    }
    line += piece;
  }
  return [...lines, line];
}
