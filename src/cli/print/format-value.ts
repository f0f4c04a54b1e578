import { visibleText } from '../../base/visible-text';
import type { AnswerColumn, Value } from '../../metrics/model/answer';

/** What stands for NULL in a table: no text of the data is taken for it by its looks alone. */
export const NULL_MARK = '∅';

/**
 * A value as people read it in a table: metrics with their thousands separated, doubles to four places. Dimensions stay as
 * they are: a year or a number of an order has no thousands. Files and pipes get `csv` or `json`.
 *
 * @param places decimal places that a double has at least.
 */
export function formatValue(value: Value, column: Pick<AnswerColumn, 'type' | 'role'>, places = 0): string {
  if (value === null) return NULL_MARK;
  switch (column.type.kind) {
    case 'integer':
    case 'decimal':
      return column.role === 'METRIC' ? groupThousands(String(value)) : String(value);
    case 'double':
      return typeof value === 'number' ? formatDouble(value, places) : visibleText(String(value));
    default:
      return visibleText(String(value));
  }
}

/** Works on digits, not on numbers, so that a decimal of 38 digits stays exact. */
function groupThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Decimal places of a double in a table: enough to compare, few enough to read. */
const MAX_PLACES = 4;

function formatDouble(value: number, places: number): string {
  if (isExtreme(value)) return value.toPrecision(5);
  return value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: MAX_PLACES });
}

/** Four places would show nothing of it, or far too much. */
const isExtreme = (value: number): boolean =>
  value !== 0 && (Math.abs(value) < 0.001 || Math.abs(value) >= 1e15);

/** How many places the doubles of a column need, so that their points stand under each other. */
export function placesOf(values: readonly Value[], column: Pick<AnswerColumn, 'type'>): number {
  if (column.type.kind !== 'double') return 0;
  const needed = values.map((value) => {
    if (typeof value !== 'number' || isExtreme(value)) return 0;
    return Number(value.toFixed(MAX_PLACES)).toString().split('.')[1]?.length ?? 0;
  });
  return needed.reduce((most, places) => Math.max(most, places), 0);
}
