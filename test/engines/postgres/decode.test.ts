import { plannedReader } from '../../../src/engines/decode/planned-reader';
import { naturalReader } from '../../../src/engines/postgres/decode/natural-reader';
import { decimal, INTEGER, type ValueType } from '../../../src/metrics/model/value-type';

const BIGINT = 20;
const NUMERIC = 1700;
const DOUBLE = 701;
const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;

// table: the text of PostgreSQL, its type, the zone, the value
test.each([
  ['9007199254740993', BIGINT, 9007199254740993n],
  ['42', BIGINT, 42],
  ['-0', DOUBLE, 0],
  ['NaN', DOUBLE, null],
  ['-Infinity', DOUBLE, null],
  ['NaN', NUMERIC, null],
  ['12345678901234567890.12', NUMERIC, '12345678901234567890.12'],
  ['2024-02-29', DATE, '2024-02-29'],
  ['10000-01-01', DATE, '+010000-01-01'],
  ['0001-12-31 BC', DATE, '0000-12-31'],
  ['0044-03-15 BC', DATE, '-000043-03-15'],
  ['infinity', DATE, 'infinity'],
  ['2024-01-31 10:00:00.5', TIMESTAMP, '2024-01-31T10:00:00.500000'],
  ['2024-03-31 00:59:59.999999+00', TIMESTAMPTZ, '2024-03-31T00:59:59.999999+00:00'],
  ['2024-03-31 01:00:00+00', TIMESTAMPTZ, '2024-03-31T02:00:00+01:00'],
  ['2024-10-27 00:59:59+00', TIMESTAMPTZ, '2024-10-27T01:59:59+01:00'],
  ['2024-10-27 01:00:00+00', TIMESTAMPTZ, '2024-10-27T01:00:00+00:00'],
])('%s of type %i is %p', (text, typeId, value) => {
  expect(naturalReader(typeId, 'Europe/London').read(text)).toEqual(value);
});

const planned = (text: string, type: ValueType) =>
  plannedReader(naturalReader(NUMERIC, 'UTC'), type, { name: 'n', engineType: 'numeric' })(text);

test('a number has the decimals that were planned', () => {
  expect(planned('1.5', decimal(12, 2))).toBe('1.50');
  expect(planned('120', INTEGER)).toBe(120);
});

test('nothing is rounded to fit, and nothing has more than 38 digits', () => {
  expect(() => planned('1.505', decimal(12, 2))).toThrow(expect.objectContaining({ code: 'INTERNAL.ERROR' }));
  expect(() => planned('9'.repeat(39), decimal(38, 0))).toThrow(
    expect.objectContaining({ code: 'ENGINE.OVERFLOW' }),
  );
  expect(planned('9'.repeat(38), decimal(38, 0))).toBe('9'.repeat(38));
});
