import Table from 'cli-table3';
import { visibleText } from '../../base/visible-text';
import type { Answer, AnswerColumn, Value } from '../../metrics/model/answer';
import { isNumeric } from '../../metrics/model/value-type';
import { formatValue, placesOf } from './format-value';

/** No frame: two spaces between columns, one rule under the head, so that lines can be copied. */
const PLAIN = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Rows of texts under a head; `right` says which columns are aligned right. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly boolean[] = [],
): string {
  const table = new Table({
    head: [...head],
    chars: PLAIN,
    colAligns: head.map((_, index) => (right[index] ? 'right' : 'left')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...rows.map((row) => [...row]));
  const lines = table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
  return `${lines.join('\n')}\n`;
}

/** The answer as an aligned table; the totals are the last line, under the word `total`. */
export function tableOf({ columns, data, rowCount, totals }: Answer): string {
  const places = columns.map((column, index) =>
    placesOf([...(data[index] ?? []), totals?.[index] ?? null], column),
  );
  const cell = (value: Value | undefined, index: number): string => {
    const column = columns[index];
    return column === undefined ? '' : formatValue(value ?? null, column, places[index]);
  };
  const rows = Array.from({ length: rowCount }, (_, row) =>
    columns.map((_, index) => cell(data[index]?.[row], index)),
  );
  if (totals) {
    const first = columns.findIndex(({ role }) => role !== 'METRIC');
    rows.push(
      columns.map(({ role }, index) =>
        role === 'METRIC' ? cell(totals[index], index) : index === first ? 'total' : '',
      ),
    );
  }
  return textTable(
    headsOf(columns),
    rows,
    columns.map(({ type }) => isNumeric(type)),
  );
}

/** Labels, as people say it; where two columns have one label (a dimension in two roles), their names. */
function headsOf(columns: readonly AnswerColumn[]): readonly string[] {
  return columns.map(({ name, label, unit }) => {
    const shared = columns.some((other) => other.name !== name && other.label === label);
    const word = shared ? name : visibleText(label);
    return unit && unit.toLowerCase() !== word.toLowerCase() ? `${word} [${visibleText(unit)}]` : word;
  });
}
