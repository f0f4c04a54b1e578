import { isCollection, isMap, isPair, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { Failure } from '../../../base/failure';
import { yamlSource } from '../yaml-source';
import { keyText, rangeOf } from '../yaml-value';
import { type ColumnComments, commentsIn } from './column-comments';
import { columnEntry, columnsBlock, type DeclaredColumn } from './columns-block';
import { type DatasetNode, findDatasetNode, nodeAt, pairOf, textOf } from './dataset-node';

const BYTE_ORDER_MARK = '\ufeff';
/** `columns:` comes behind the last of these, as the guides write it. */
const BEFORE_COLUMNS = ['description', 'table', 'query', 'key', 'time'] as const;

/**
 * The file's text with the `columns:` of a dataset replaced, or added where there are none. Everything outside of their value
 * stays byte for byte as it was, line ends too; comments between the old columns stay with their columns. Where the old
 * columns say the same, in whatever form and order, nothing changes at all.
 * @throws Failure REFERENCE.UNKNOWN_DATASET when the file has no such dataset, YAML.SYNTAX when it cannot be read.
 */
export function writeColumns(fileText: string, dataset: string, columns: readonly DeclaredColumn[]): string {
  const source = yamlSource({ path: 'the file', text: fileText });
  const node = findDatasetNode(source, dataset);
  if (node === null) {
    throw new Failure('REFERENCE.UNKNOWN_DATASET', `The file has no dataset "${dataset}".`);
  }
  if (saysTheSame(node, columns)) return fileText;
  const edit = editOf(node, columns);
  const eol = /\r?\n/.exec(source.text)?.[0] ?? '\n';
  const text = source.text.slice(0, edit.from) + edit.text.replaceAll('\n', eol) + source.text.slice(edit.to);
  proveWritten(text, dataset, columns);
  return fileText.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK + text : text;
}

function saysTheSame({ map }: DatasetNode, columns: readonly DeclaredColumn[]): boolean {
  const old = nodeAt(map, 'columns');
  if (!isMap(old) || old.items.length !== columns.length) return false;
  return columns.every(({ name, declared, zone }) => {
    const value = nodeAt(old, name);
    if (isMap(value)) return textOf(value, 'type') === declared && textOf(value, 'zone') === (zone ?? null);
    return zone === undefined && textOf(old, name) === declared;
  });
}

/** YAML has more ways to write a mapping than are foreseen here; none may end in a spoilt file. */
function proveWritten(text: string, dataset: string, columns: readonly DeclaredColumn[]): void {
  const written = declaredNames(text, dataset);
  const wanted = columns.map(({ name }) => name);
  if (written?.length === wanted.length && written.every((name, index) => name === wanted[index])) return;
  throw new Failure(
    'SHAPE.WRONG_TYPE',
    `The columns of the dataset "${dataset}" cannot be written into its file.`,
    {
      hint: 'write `columns:` on a line of its own and try again, or paste the proposal by hand',
    },
  );
}

function declaredNames(text: string, dataset: string): readonly string[] | null {
  try {
    const node = findDatasetNode(yamlSource({ path: 'the file', text }), dataset);
    const columns = node && nodeAt(node.map, 'columns');
    return isMap(columns) ? columns.items.map(({ key }) => (isScalar(key) ? keyText(key) : '')) : null;
  } catch {
    return null;
  }
}

/** Puts `text`, with plain line ends, in the place of `from` to `to`. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function editOf(node: DatasetNode, columns: readonly DeclaredColumn[]): Edit {
  const pair = pairOf(node.map, 'columns');
  if (pair === undefined) return insertion(node, columns);
  const value = pair.value as Node | null;
  const [from, to] = value === null ? [0, 0] : rangeOf(value);
  return value === null || from === to ? filling(node, pair, columns) : replacement(node, pair, columns);
}

/** `columns:` stands there without a value. */
function filling({ source, map }: DatasetNode, pair: Pair, columns: readonly DeclaredColumn[]): Edit {
  const [keyFrom, keyTo] = rangeOf(pair.key as Node);
  const colon = /^\s*:/.exec(source.text.slice(keyTo))?.[0];
  const end = keyTo + (colon?.length ?? 0);
  if (map.flow)
    return { from: end, to: end, text: `${colon === undefined ? ':' : ''} ${onOneLine(columns)}` };
  const at = endOfLine(source.text, end);
  const indent = `${indentAt(source.text, keyFrom)}  `;
  return { from: at, to: at, text: `\n${indented(columnsBlock(columns), indent)}` };
}

function replacement({ source, map }: DatasetNode, pair: Pair, columns: readonly DeclaredColumn[]): Edit {
  const { text } = source;
  const value = pair.value as Node;
  const [from] = rangeOf(value);
  const content = endOfContent(value);
  const isBlock = isMap(value) && !value.flow;
  // A comment behind the last column of a block is inside what is replaced.
  const to = isBlock ? endOfLine(text, content) : content;
  const comments = isMap(value) ? commentsIn(text, value, to) : null;
  const indent = indentOfValue(text, from, rangeOf(pair.key as Node)[0]);
  if (comments === null || !hasComments(comments)) {
    const block = map.flow ? onOneLine(columns) : columnsBlock(columns);
    return { from, to, text: indented(block, indent).slice(indent.length) };
  }
  return { from, to, text: commentedBlock(columns, comments, indent) };
}

function insertion({ source, map }: DatasetNode, columns: readonly DeclaredColumn[]): Edit {
  const { text } = source;
  const after = lastOf(map);
  if (after === undefined) {
    const end = rangeOf(map)[1] - 1;
    return { from: end, to: end, text: ` columns: ${onOneLine(columns)} ` };
  }
  const content = endOfContent((after.value as Node | null) ?? (after.key as Node));
  if (map.flow) return { from: content, to: content, text: `, columns: ${onOneLine(columns)}` };
  const indent = indentAt(text, rangeOf(after.key as Node)[0]);
  const lines = `${indent}columns:\n${indented(columnsBlock(columns), `${indent}  `)}`;
  // What follows a block text is part of it, down to the next key.
  const behindBlockText = isScalar(after.value) && after.value.type?.startsWith('BLOCK') === true;
  const at = behindBlockText ? content : endOfLine(text, content);
  const startsLine = at === 0 || text[at - 1] === '\n';
  return { from: at, to: at, text: startsLine ? `${lines}\n` : `\n${lines}` };
}

function lastOf(map: YAMLMap): Pair | undefined {
  const found = BEFORE_COLUMNS.flatMap((key) => pairOf(map, key) ?? []);
  const start = (pair: Pair): number => rangeOf(pair.key as Node)[0];
  return found.sort((a, b) => start(a) - start(b)).at(-1) ?? map.items.at(-1);
}

/** One column a line, so that each keeps its comments; a comment whose column is gone stays below. */
function commentedBlock(
  columns: readonly DeclaredColumn[],
  comments: ColumnComments,
  indent: string,
): string {
  const lines = columns.flatMap((column, index) => {
    const { above = [], beside = [] } = comments.ofColumn.get(column.name) ?? {};
    const [first, ...more] = beside;
    const entry = columnEntry(column) + (index === columns.length - 1 ? '' : ',');
    return [...above, ...more, first === undefined ? entry : `${entry} ${first}`];
  });
  const names = new Set(columns.map(({ name }) => name));
  const left = [...comments.ofColumn].filter(([name]) => !names.has(name));
  const orphaned = left.flatMap(([, { above, beside }]) => [...above, ...beside]);
  const inner = [...lines, ...orphaned, ...comments.below].map((line) => `${indent}  ${line}\n`);
  return `{\n${inner.join('')}${indent}}`;
}

const hasComments = ({ ofColumn, below }: ColumnComments): boolean =>
  below.length > 0 || [...ofColumn.values()].some(({ above, beside }) => above.length + beside.length > 0);

const onOneLine = (columns: readonly DeclaredColumn[]): string =>
  columnsBlock(columns).replaceAll(/\n\s*/g, ' ');

const indented = (block: string, indent: string): string =>
  block
    .split('\n')
    .map((line) => indent + line)
    .join('\n');

/** Where the last character of a node is, without the line ends and comments that follow a block. */
function endOfContent(node: Node): number {
  const [, to] = rangeOf(node);
  if (!isCollection(node) || node.flow) return to;
  const last = node.items.at(-1);
  if (!isPair(last)) return last === undefined ? to : endOfContent(last as Node);
  return endOfContent((last.value as Node | null) ?? (last.key as Node));
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  if (newline === -1) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

const indentAt = (text: string, at: number): string =>
  /^[ ]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))?.[0] ?? '';

/** The blanks before a value on a line of its own; else two more than its key has. */
function indentOfValue(text: string, from: number, keyFrom: number): string {
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return /^ *$/.test(line) ? line : `${indentAt(text, keyFrom)}  `;
}
