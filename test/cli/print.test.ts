import { formatValue, NULL_MARK } from '../../src/cli/print/format-value';
import { tableOf } from '../../src/cli/print/print-table';
import type { Answer, AnswerColumn, Value } from '../../src/metrics/model/answer';
import type { ValueType } from '../../src/metrics/model/value-type';

const STRING: ValueType = { kind: 'string' };
const MONEY: ValueType = { kind: 'decimal', precision: 38, scale: 2 };
const COUNT: ValueType = { kind: 'integer', bits: 64 };
const DOUBLE: ValueType = { kind: 'double' };

const column = (
  name: string,
  role: AnswerColumn['role'],
  type: ValueType,
  unit: string | null = null,
): AnswerColumn => ({
  name,
  label: name,
  role,
  type,
  unit,
  format: null,
  grain: null,
  source: name,
});

function answer(
  columns: readonly AnswerColumn[],
  rows: readonly (readonly Value[])[],
  totals: readonly Value[] | null = null,
): Answer {
  return {
    columns,
    data: columns.map((_, index) => rows.map((row) => row[index] ?? null)),
    rowCount: rows.length,
    truncated: false,
    totals,
    sql: '',
    notices: async () => [],
  };
}

const REGIONS = [
  column('customers__region', 'DIMENSION', STRING),
  column('net_revenue', 'METRIC', MONEY, 'GBP'),
  column('orders', 'METRIC', COUNT),
];

describe('a table', () => {
  test('aligns numbers right, separates thousands and ends with the totals', () => {
    const rows = [
      ['North', '1234567.50', 12],
      ['日本', '-0.25', 1],
      [null, null, 0],
    ];
    expect(tableOf(answer(REGIONS, rows, [null, '1234567.25', 13]))).toBe(
      [
        'customers__region  net_revenue [GBP]  orders',
        'North                   1,234,567.50      12',
        '日本                           -0.25       1',
        `${NULL_MARK}                                  ${NULL_MARK}       0`,
        'total                   1,234,567.25      13',
        '',
      ].join('\n'),
    );
  });

  test('of no rows has its head only', () => {
    expect(tableOf(answer(REGIONS, []))).toBe('customers__region  net_revenue [GBP]  orders\n');
  });

  test('shows control characters of the data instead of obeying them', () => {
    const text = tableOf(answer([column('d', 'DIMENSION', STRING)], [['a\u001b[2J\nb\u202ec']]));
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u202e');
    expect(text.trimEnd().split('\n')).toHaveLength(2);
  });

  test.each<[Value, ValueType, string]>([
    [1234567, COUNT, '1,234,567'],
    [-1234567n, COUNT, '-1,234,567'],
    [123, COUNT, '123'],
    ['12345678901234567890123456789.10', MONEY, '12,345,678,901,234,567,890,123,456,789.10'],
    ['-999.99', MONEY, '-999.99'],
    [0.199685, DOUBLE, '0.1997'],
    [1234.5, DOUBLE, '1,234.5'],
    [0, DOUBLE, '0'],
    [0.00001234567, DOUBLE, '0.000012346'],
    [1e21, DOUBLE, '1.0000e+21'],
    [true, { kind: 'boolean' }, 'true'],
    ['2024-01-01', { kind: 'date' }, '2024-01-01'],
    ['1234', STRING, '1234'],
    [null, COUNT, NULL_MARK],
  ])('%p as %j reads %s', (value, type, text) => {
    expect(formatValue(value, { type, role: 'METRIC' })).toBe(text);
  });
});

test('a number that is a dimension has no thousands', () => {
  expect(formatValue(2024, { type: COUNT, role: 'DIMENSION' })).toBe('2024');
});

test('the points of doubles stand under each other', () => {
  const rows = [[6.339], [34], [0.20506], [null]];
  const text = tableOf(answer([column('average', 'METRIC', DOUBLE)], rows, [1234.5]));
  expect(text).toBe(`   average\n    6.3390\n   34.0000\n    0.2051\n         ${NULL_MARK}\n1,234.5000\n`);
});

test('columns with one label are told apart by their names', () => {
  const columns = ['origin__state', 'destination__state'].map((name) => ({
    ...column(name, 'DIMENSION', STRING),
    label: 'State',
  }));
  const head = tableOf(
    answer([...columns, { ...column('n', 'METRIC', COUNT, 'flights'), label: 'Flights' }], []),
  );
  expect(head).toBe('origin__state  destination__state  Flights\n');
});
