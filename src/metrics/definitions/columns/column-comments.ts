import { isMap, isScalar, type Node, type YAMLMap } from 'yaml';
import { keyText, rangeOf } from '../yaml-value';

/** The comments of one column, each with its `#`. */
export interface Comments {
  /** On lines of their own above the column. */
  readonly above: readonly string[];
  /** Behind the column, on its line. */
  readonly beside: readonly string[];
}

export interface ColumnComments {
  readonly ofColumn: ReadonlyMap<string, Comments>;
  /** Below the last column. */
  readonly below: readonly string[];
}

interface Leaf {
  readonly column: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The comments inside a mapping of columns, with the columns that they stand at. Between two texts of a mapping there is
 * nothing but punctuation, blanks and comments, so a `#` there always starts one.
 */
export function commentsIn(text: string, columns: YAMLMap, end: number): ColumnComments {
  const above = new Map<string, string[]>();
  const beside = new Map<string, string[]>();
  const leaves = leavesOf(columns);
  let below: string[] = [];
  let previous: Leaf | null = null;
  let at = rangeOf(columns)[0];
  for (const next of [...leaves, null]) {
    const gap = text.slice(at, next?.from ?? end);
    for (const match of gap.matchAll(/#[^\r\n]*/g)) {
      const ownLine = gap.slice(0, match.index).includes('\n');
      const within = previous !== null && previous.column === next?.column;
      if (previous !== null && (!ownLine || within)) add(beside, previous.column, match[0]);
      else if (next !== null) add(above, next.column, match[0]);
      else below = [...below, match[0]];
    }
    if (next === null) break;
    previous = next;
    at = next.to;
  }
  const names = new Set(leaves.map(({ column }) => column));
  return {
    ofColumn: new Map(
      [...names].map((name) => [name, { above: above.get(name) ?? [], beside: beside.get(name) ?? [] }]),
    ),
    below,
  };
}

function add(to: Map<string, string[]>, column: string, comment: string): void {
  const comments = to.get(column) ?? [];
  comments.push(comment.trimEnd());
  to.set(column, comments);
}

/** Every text of the mapping, in order, with the column it belongs to. */
function leavesOf(columns: YAMLMap): readonly Leaf[] {
  return columns.items.flatMap(({ key, value }) => {
    const column = isScalar(key) ? keyText(key) : '';
    return [...textsIn(key as Node), ...textsIn(value as Node | null)].map(([from, to]) => ({
      column,
      from,
      to,
    }));
  });
}

function textsIn(node: Node | null): readonly (readonly [number, number])[] {
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) => [
      ...textsIn(key as Node),
      ...textsIn(value as Node | null),
    ]);
  }
  if (!isScalar(node)) return [];
  const [from, to] = rangeOf(node);
  return from === to ? [] : [[from, to]];
}
