import type { Dataset } from '../../metrics/model/catalog';
import type { LiteralValue } from '../../metrics/model/expression';
import type { ValueType } from '../../metrics/model/value-type';
import { plainDigits } from './digits';
import type { ExampleRow } from './example';

/** Two spellings of one key value are one. */
export const keyText = (value: LiteralValue, type: ValueType): string =>
  type.kind === 'decimal' || type.kind === 'integer' ? plainDigits(String(value)) : String(value);

/** The n-th key of a type, n from 1; null where it has no such value. */
function nthKey(n: number, type: ValueType): LiteralValue {
  const day = (): string => new Date(Date.UTC(2000, 0, n)).toISOString().slice(0, 10);
  switch (type.kind) {
    case 'integer':
    case 'string':
      return String(n);
    case 'decimal':
      return String(n).length <= type.precision - type.scale ? String(n) : null;
    case 'double':
      return n;
    case 'date':
      return day();
    case 'timestamp':
      return `${day()}T00:00:00`;
    case 'timestamptz':
      return `${day()}T00:00:00Z`;
    default:
      return null;
  }
}

/**
 * Gives the rows of one dataset the key columns that they do not mention: 1, 2, 3 … per column, past the values that are given,
 * so that numbered rows meet no others. A key that cannot be numbered, such as a boolean, stays away.
 */
export function numberKeys(rows: readonly ExampleRow[], dataset: Dataset): readonly ExampleRow[] {
  let numbered = rows;
  for (const column of dataset.key) {
    const { type } = dataset.columns.get(column)!;
    const given = new Set(rows.flatMap((row) => (row.has(column) ? keyText(row.get(column)!, type) : [])));
    let n = 0;
    const next = (): LiteralValue => {
      let value: LiteralValue;
      do value = nthKey(++n, type);
      while (value !== null && given.has(keyText(value, type)));
      return value;
    };
    numbered = numbered.map((row) => {
      if (row.has(column)) return row;
      const value = next();
      return value === null ? row : new Map([...row, [column, value]]);
    });
  }
  return numbered;
}
