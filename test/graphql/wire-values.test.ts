import type { Answer, AnswerColumn, Value } from '../../src/metrics/model/answer';
import { decimal, INTEGER, STRING, type ValueType } from '../../src/metrics/model/value-type';
import { MetricResult } from '../../src/service/formats/metric-result';
import { losesDigits, wireColumn } from '../../src/service/formats/wire-values';

const WIDE: ValueType = { kind: 'integer', bits: 128 };
const DOUBLE: ValueType = { kind: 'double' };
const MONEY = decimal(38, 2);

const column = (name: string, type: ValueType, role: AnswerColumn['role'] = 'METRIC'): AnswerColumn => ({
  name,
  type,
  role,
  label: name,
  unit: null,
  format: null,
  grain: null,
  source: name,
});

const answer = (
  columns: readonly AnswerColumn[],
  data: readonly (readonly Value[])[],
  totals: Value[] | null = null,
): Answer => ({
  columns,
  data,
  rowCount: data[0]?.length ?? 0,
  truncated: false,
  totals,
  sql: '',
  notices: async () => [{ code: 'ROWS.TRUNCATED', message: 'from the front door' }],
});

describe('values on the wire', () => {
  test('are JSON numbers for integers and decimals, whatever form the engine gives', () => {
    expect(wireColumn([1, 2n ** 40n, null], WIDE, 'JSON')).toEqual([1, 1_099_511_627_776, null]);
    expect(wireColumn(['120.00', '-0.50', null], MONEY, 'JSON')).toEqual([120, -0.5, null]);
  });

  test('are texts with all digits for whole columns when exact ones are asked for', () => {
    expect(wireColumn([1, 2n ** 64n, null], WIDE, 'EXACT')).toEqual(['1', '18446744073709551616', null]);
    expect(wireColumn(['120.00', null], MONEY, 'EXACT')).toEqual(['120.00', null]);
  });

  test('of other types are handed on as they are', () => {
    const texts = ['a', null, ''];
    expect(wireColumn(texts, STRING, 'EXACT')).toBe(texts);
    expect(wireColumn([0.1, null], DOUBLE, 'EXACT')).toEqual([0.1, null]);
    expect(wireColumn([true, false, null], { kind: 'boolean' }, 'JSON')).toEqual([true, false, null]);
  });

  test('can always be written as JSON', () => {
    const result = new MetricResult(answer([column('n', WIDE)], [[2n ** 100n]]), 'JSON');
    expect(JSON.stringify(result.rows())).toBe('[{"n":1.2676506002282294e+30}]');
  });
});

describe('the loss of digits', () => {
  test.each<[string, Value, ValueType, boolean]>([
    ['2^53', 2n ** 53n, WIDE, false],
    ['2^53 + 1', 2n ** 53n + 1n, WIDE, true],
    ['−2^53 − 1', -(2n ** 53n) - 1n, WIDE, true],
    ['2^60, a power of two', 2n ** 60n, WIDE, false],
    ['an integer as digits', '9007199254740993', WIDE, true],
    ['15 digits', '1234567890123.45', MONEY, false],
    ['16 digits that survive', '12345678901234.56', MONEY, false],
    ['17 digits that do not', '90071992547409.931', decimal(38, 3), true],
    ['many zeros behind', '5.100000000000000000', decimal(38, 18), false],
    ['many zeros before', '0.000000000000000001', decimal(38, 18), false],
    ['a tiny one with too many digits', '0.000000012345678901234567891', decimal(38, 27), true],
    ['a large round one', '12000000000000000000000.00', MONEY, false],
    ['a large one with cents', '12345678901234567890.12', MONEY, true],
    ['a negative zero', '-0.000000000000000000', decimal(38, 18), false],
    ['a negative one', '-12345678901234567890.12', MONEY, true],
    ['nothing', null, MONEY, false],
    ['a double', 0.1, DOUBLE, false],
    ['a long text', '12345678901234567890.12', STRING, false],
  ])('is seen exactly where it happens: %s', (_, value, type, lost) => {
    expect(losesDigits([value], type)).toBe(lost);
  });

  test('is a notice for each such column, in rows or totals, and none with exact numbers', async () => {
    const columns = [
      column('region', STRING, 'DIMENSION'),
      column('small', INTEGER),
      column('big', WIDE),
      column('sum', MONEY),
    ];
    const data = [['n'], [1], [2n ** 53n + 1n], ['1.00']];
    const totals = [null, 1, 1, '12345678901234567890.12'];
    const codes = async (numbers: 'JSON' | 'EXACT'): Promise<string[]> => {
      const notices = await new MetricResult(answer(columns, data, totals), numbers).notices();
      return notices.map(({ code, message }) => `${code} ${/^"(\w+)"/.exec(message)?.[1] ?? ''}`.trim());
    };
    expect(await codes('JSON')).toEqual(['ROWS.TRUNCATED', 'NUMBER.PRECISION big', 'NUMBER.PRECISION sum']);
    expect(await codes('EXACT')).toEqual(['ROWS.TRUNCATED']);
  });
});

describe('totals', () => {
  test('have the metrics only, in the form of their columns', () => {
    const columns = [column('region', STRING, 'DIMENSION'), column('sum', MONEY)];
    const made = (numbers: 'JSON' | 'EXACT'): unknown =>
      new MetricResult(answer(columns, [['n'], ['1.50']], [null, '7.50']), numbers).totals();
    expect(made('JSON')).toEqual({ sum: 7.5 });
    expect(made('EXACT')).toEqual({ sum: '7.50' });
    expect(new MetricResult(answer(columns, [['n'], ['1.50']]), 'JSON').totals()).toBeNull();
  });
});

describe('ten thousand rows of five columns', () => {
  test('are converted in under 15 ms of CPU', () => {
    const rows = 10_000;
    const list = <T>(make: (row: number) => T): T[] => Array.from({ length: rows }, (_, row) => make(row));
    const columns = [
      column('time', { kind: 'date' }, 'TIME'),
      column('region', STRING, 'DIMENSION'),
      column('revenue', MONEY),
      column('orders', WIDE),
      column('rate', DOUBLE),
    ];
    const data = [
      list(() => '2024-01-01'),
      list((row) => `region ${row}`),
      list((row) => `${row}.50`),
      list((row) => row),
      list((row) => row / 7),
    ];
    const once = (): number => {
      const began = process.cpuUsage();
      expect(new MetricResult(answer(columns, data), 'JSON').rows()).toHaveLength(rows);
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1_000;
    };
    const best = Math.min(...Array.from({ length: 9 }, once));
    expect(best).toBeLessThan(15);
  });
});
