import type { CodeEntry } from './codes';

const entry = (cause: string, remedy: string): CodeEntry => ({ cause, remedy });

/**
 * Every notice that can go with an answer: the numbers are right, and here is what a reader may take them for. The reference
 * of errors has them at its end; a code is never re-used for another cause.
 */
export const NOTICES = {
  'FILTER.ONLY_FOR': entry(
    'A condition is for some of the metrics only, because the question says `onlyFor`.',
    'Leave `onlyFor` out where all metrics shall be about the same rows.',
  ),
  'JOIN.ORPHANS': entry(
    'Rows name a key that the joined dataset does not have; they are in the group without a value.',
    'Mend the data; `tenet check --data` counts such rows for each join.',
  ),
  'NUMBER.PRECISION': entry(
    'An integer or decimal has more digits than a JSON number keeps.',
    'Ask with `numbers: EXACT`.',
  ),
  'PERIOD.PARTIAL_BUCKETS': entry(
    'A bucket of time is cut by the period, or is still running; its number is about its part only.',
    'Set `complete`, or take a period of whole buckets.',
  ),
  'PERIOD.ROWS_WITHOUT_TIME': entry(
    'Rows have no time, and are outside of every period.',
    'Mend the data, or ask without a period.',
  ),
  'ROWS.TRUNCATED': entry(
    'The answer has more rows than are given without a `limit`.',
    'Set `limit`, or split by less.',
  ),
  'TIME.WALL_CLOCK': entry(
    'The time is a wall clock without offset, so the hour that comes twice in autumn is one bucket.',
    'Store instants (`timestamptz`), or ask by day.',
  ),
  'TOTAL.COVERS_MORE_ROWS': entry(
    'The totals are over all rows, also those that `having`, `limit` or `offset` hide.',
    'Narrow the rows by `where` where the totals shall be about what is shown.',
  ),
} as const satisfies Record<string, CodeEntry>;

export type NoticeCode = keyof typeof NOTICES;
