import { Failure } from '../base/failure';
import type { PageArgs } from '../schema/connection-args';
import { comparePlaces, cursorOf, type Place, placeOf } from './cursor';

/** Nodes of a page, unless it says how many; and at most. */
const DEFAULT_NODES = 100;
const MAX_NODES = 1_000;

/** An item with its place in the list. */
export interface Placed<T> extends Place {
  readonly node: T;
}

/** One page of a list, as Relay has it. */
export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/**
 * The asked page of a list that is in the order of its places. Cursors are places, not positions: definitions that come or go
 * between two pages move nothing from one page to the other.
 * @throws Failure for a cursor of another list, for `first` with `last`, for more nodes than a page may have.
 */
export function connection<T>(list: string, items: readonly Placed<T>[], args: PageArgs): Connection<T> {
  const { from, to } = pageOf(list, items, args);
  const edges = items.slice(from, to).map((item) => ({ cursor: cursorOf(list, item), node: item.node }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: to < items.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: items.length,
  };
}

/** Positions of the page; `to` is exclusive. */
function pageOf(
  list: string,
  items: readonly Place[],
  { first, after, last, before }: PageArgs,
): { readonly from: number; readonly to: number } {
  refuseUnbounded(first, last);
  const begin = after == null ? null : placeOf(list, after, 'after');
  const stop = before == null ? null : placeOf(list, before, 'before');
  const start = begin ? countWhile(items, (item) => comparePlaces(item, begin) <= 0) : 0;
  const upTo = stop ? countWhile(items, (item) => comparePlaces(item, stop) < 0) : items.length;
  const end = Math.max(start, upTo);
  if (last != null) return { from: Math.max(start, end - last), to: end };
  return { from: start, to: Math.min(end, start + (first ?? DEFAULT_NODES)) };
}

/** How many items at the start of the list fit. */
function countWhile<T>(items: readonly T[], fits: (item: T) => boolean): number {
  const index = items.findIndex((item) => !fits(item));
  return index < 0 ? items.length : index;
}

function refuseUnbounded(first: number | null | undefined, last: number | null | undefined): void {
  if (first != null && last != null) {
    throw new Failure('QUERY.INVALID', 'A page is asked by `first` or by `last`, not by both.', {
      path: 'last',
      hint: 'leave one of them out',
    });
  }
  const [path, count] = last == null ? ['first', first ?? 0] : ['last', last];
  if (count <= MAX_NODES) return;
  throw new Failure('REQUEST.LIMIT', `\`${path}\` asks for ${count} nodes; ${MAX_NODES} are the limit.`, {
    path,
    hint: `ask for ${MAX_NODES}, and for the next ones by \`${path === 'first' ? 'after' : 'before'}\``,
  });
}
