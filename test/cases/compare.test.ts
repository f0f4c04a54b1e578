import {
  type CheckedRows,
  checkSections,
  differenceFromCheck,
  differenceOfAnswers,
  type RecordedRows,
} from '../support/cases-compare';

const answer: RecordedRows = {
  columns: [
    { name: 'city', type: 'string' },
    { name: 'orders', type: 'integer' },
    { name: 'revenue', type: 'decimal(38,2)' },
    { name: 'average', type: 'double' },
  ],
  rows: [
    ['Bath', 2, '10.50', 0.1],
    [null, '27670116110564327421', null, null],
  ],
  totals: [null, 3, '10.50', 0.1],
  notices: [{ code: 'JOIN.ORPHANS', message: '2 rows of "orders" point to …' }],
};

const columns = answer.columns.map(({ name }) => ({ name, type: 'ANY' }));
const check: CheckedRows = {
  rows: {
    columns,
    rows: [
      ['Bath', '2', '10.5', 0.1 + 1e-12],
      [null, '27670116110564327421', null, null],
    ],
  },
  totals: { columns: columns.slice(1), rows: [[3, '10.500', '0.1']] },
  notices: { columns: [], rows: [['JOIN.ORPHANS', 2]] },
};
const withRow = (row: readonly unknown[]): CheckedRows => ({
  ...check,
  rows: { columns, rows: [row, check.rows.rows[1]!] },
});

test('an answer agrees with itself and with a check of the same numbers', () => {
  expect(differenceOfAnswers(answer, answer)).toBeNull();
  expect(differenceFromCheck(answer, check)).toBeNull();
});

test.each([
  ['another text', ['bath', '2', '10.50', 0.1]],
  ['another integer', ['Bath', '3', '10.50', 0.1]],
  ['another cent', ['Bath', '2', '10.51', 0.1]],
  ['a decimal that is a double', ['Bath', '2', 10.5, 0.1]],
  ['a double that is too far away', ['Bath', '2', '10.50', 0.1000001]],
  ['NULL instead of a value', ['Bath', '2', '10.50', null]],
])('%s in a check is found', (_, row) => {
  expect(differenceFromCheck(answer, withRow(row))).toContain('of row 0');
});

test.each([
  ['a missing row', { ...check, rows: { columns, rows: check.rows.rows.slice(0, 1) } }],
  ['rows in another order', { ...check, rows: { columns, rows: [...check.rows.rows].reverse() } }],
  ['another column', { ...check, rows: { ...check.rows, columns: columns.slice(1) } }],
  ['other totals', { ...check, totals: { columns, rows: [[null, 4, '10.50', 0.1]] } }],
  ['missing totals', { ...check, totals: null }],
  ['a missing notice', { ...check, notices: null }],
  ['a notice of another number', { ...check, notices: { columns: [], rows: [['JOIN.ORPHANS', 3]] } }],
])('%s in a check is found', (_, other) => {
  expect(differenceFromCheck(answer, other)).not.toBeNull();
});

test.each([
  ['another value', { ...answer, rows: [['Bath', 2, '10.51', 0.1], answer.rows[1]!] }],
  ['a decimal of another scale', { ...answer, rows: [['Bath', 2, '10.5', 0.1], answer.rows[1]!] }],
  ['another type', { ...answer, columns: [{ name: 'city', type: 'date' }, ...answer.columns.slice(1)] }],
  ['another notice', { ...answer, notices: [] }],
  ['other totals', { ...answer, totals: [null, 3, '10.50', 0.2] }],
])('%s between two answers is found', (_, other) => {
  expect(differenceOfAnswers(answer, other)).not.toBeNull();
});

test('a check has sections, or is all about the rows', () => {
  expect([...checkSections('select 1')]).toEqual([['rows', 'select 1']]);
  expect([...checkSections('-- rows\nselect 1\n\n-- totals\nselect 2\n-- a comment\n')]).toEqual([
    ['rows', 'select 1'],
    ['totals', 'select 2\n-- a comment'],
  ]);
});
