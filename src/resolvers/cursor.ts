import { Failure } from '../base/failure';

/** A place in a list that is ordered by rank, then by name; it stands whether or not something of that name is there. */
export interface Place {
  readonly rank: number;
  readonly name: string;
}

export const comparePlaces = (a: Place, b: Place): number =>
  a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** A place as an opaque text; `list` keeps a cursor of one list from being taken for one of another. */
export const cursorOf = (list: string, { rank, name }: Place): string =>
  Buffer.from(`${list}:${rank}:${name}`).toString('base64url');

/** @throws Failure QUERY.INVALID for what is no cursor of the list. */
export function placeOf(list: string, cursor: string, path: 'after' | 'before'): Place {
  const [, of, rank, name] = /^(\w+):(\d):(.*)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (of === list && rank !== undefined && name !== undefined) return { rank: Number(rank), name };
  throw new Failure('QUERY.INVALID', `\`${path}\` is not a cursor of this list.`, {
    path,
    hint: 'send the `endCursor` or `startCursor` of an earlier answer as it is',
  });
}
