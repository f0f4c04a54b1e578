import type { Asking, ByColumn } from './asking';
import type { Decisions } from './decisions';
import { compareValues, type Value } from './value';
import type { Order } from './world';

/** One column that rows are sorted by; `sign` is −1 for descending. */
export interface SortKey {
  readonly column: number;
  readonly sign: 1 | -1;
  readonly nullsFirst: boolean;
}

function columnOf(asking: Asking, order: Order): number {
  if (order.metric !== undefined) return asking.by.length + asking.question.metrics.indexOf(order.metric);
  const fits = ({ by }: ByColumn): boolean => {
    if ('dimension' in by)
      return by.dimension.replaceAll('__', '.') === order.dimension?.replaceAll('__', '.');
    return order.time === true || ('time' in by && order.time === by.time);
  };
  return asking.by.findIndex(fits);
}

/** The asked order, then the remaining `by` columns ascending: no two rows tie. */
export function sortKeys(asking: Asking): readonly SortKey[] {
  const { nullsLast, tiesAscending, orderAsAsked } = asking.decisions;
  const asked = (asking.question.order ?? []).map(
    (order): SortKey => ({
      column: columnOf(asking, order),
      sign: order.direction === 'DESC' ? -1 : 1,
      nullsFirst: order.nulls === undefined ? !nullsLast : order.nulls === 'FIRST',
    }),
  );
  const rest = asking.by
    .map(
      (_, column): SortKey => ({
        column,
        sign: tiesAscending || asked.length === 0 ? 1 : -1,
        nullsFirst: !nullsLast,
      }),
    )
    .filter(({ column }) => !asked.some((key) => key.column === column));
  return [...asked, ...(orderAsAsked || asked.length > 0 ? rest : rest.reverse())];
}

/** −1, 0, 1: which of two values comes first under a key. */
export function compareBy(key: SortKey, a: Value, b: Value, decisions: Decisions): number {
  if (a === null || b === null) {
    if (a === b) return 0;
    return (a === null) === key.nullsFirst ? -1 : 1;
  }
  if (typeof a === 'boolean' && !decisions.falseBeforeTrue) return -compareValues(a, b) * key.sign;
  if (typeof a === 'string' && typeof b === 'string' && !decisions.codePointOrder) {
    return compareValues(a.toLowerCase(), b.toLowerCase()) * key.sign || compareValues(a, b) * key.sign;
  }
  return compareValues(a, b) * key.sign;
}

export function sorted(
  rows: readonly (readonly Value[])[],
  keys: readonly SortKey[],
  decisions: Decisions,
): readonly (readonly Value[])[] {
  return [...rows].sort((a, b) => {
    for (const key of keys) {
      const order = compareBy(key, a[key.column] ?? null, b[key.column] ?? null, decisions);
      if (order !== 0) return order;
    }
    return 0;
  });
}
