import { tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Answer, AnswerColumn, Value } from '../../src/metrics/model/answer';
import type { ValueType } from '../../src/metrics/model/value-type';
import type { EncodeOptions, FormatName } from '../../src/service/formats/answer-format';
import { daysOf, microsOf } from '../../src/service/formats/arrow/instants';
import { FORMATS } from '../../src/service/formats/formats';

const STRING: ValueType = { kind: 'string' };
const MONEY: ValueType = { kind: 'decimal', precision: 38, scale: 2 };
const COUNT: ValueType = { kind: 'integer', bits: 64 };

const column = (name: string, type: ValueType): AnswerColumn => ({
  ...{ name, label: name, role: 'METRIC', type, unit: null, format: null, grain: null, source: name },
});

const answer = (types: readonly ValueType[], rows: readonly (readonly Value[])[]): Answer => ({
  columns: types.map((type, index) => column(`c${index}`, type)),
  data: types.map((_, index) => rows.map((row) => row[index] ?? null)),
  rowCount: rows.length,
  truncated: false,
  totals: null,
  sql: '',
  notices: async () => [{ code: 'ROWS.TRUNCATED', message: 'Something "to" say' }],
});

async function bytes(name: FormatName, given: Answer, options: Partial<EncodeOptions> = {}): Promise<Buffer> {
  const all: Buffer[] = [];
  const encoded = FORMATS[name].encode(given, {
    ...{ numbers: 'EXACT', spreadsheet: false, zone: 'Europe/London' },
    ...options,
  });
  for await (const piece of encoded) all.push(Buffer.from(piece as string));
  return Buffer.concat(all);
}

const text = async (...args: Parameters<typeof bytes>): Promise<string> =>
  (await bytes(...args)).toString('utf8');

/** More than one piece of it. */
const MANY = Array.from({ length: 4_500 }, (_, row): Value[] => [
  row % 7 === 0 ? null : `r${row}`,
  `${row}.25`,
]);

describe('csv', () => {
  test('follows RFC 4180 and keeps every digit', async () => {
    const rows = [
      ['a,b', '12345678901234567890.10', 1n],
      ['say "hi"', '0.00', 2],
      ['line\nbreak', '1.00', 3],
      ['', '1.00', 4],
      [null, null, 5],
      [' x', '1.00', 6],
    ];
    expect(await text('csv', answer([STRING, MONEY, COUNT], rows))).toBe(
      [
        'c0,c1,c2',
        '"a,b",12345678901234567890.10,1',
        '"say ""hi""",0.00,2',
        '"line\nbreak",1.00,3',
        '"",1.00,4',
        ',,5',
        '" x",1.00,6',
        '',
      ].join('\r\n'),
    );
  });

  test('is plain by default and safe for spreadsheets on request', async () => {
    const rows = [
      ['=1+1', '-5.00', -1],
      ['@x', '5.00', 1],
      ['plain', '5.00', 1],
    ];
    const given = answer([STRING, MONEY, COUNT], rows);
    expect(await text('csv', given)).toContain('\r\n=1+1,-5.00,-1\r\n@x,');
    expect(await text('csv', given, { spreadsheet: true })).toContain(
      "\r\n'=1+1,-5.00,-1\r\n'@x,5.00,1\r\nplain,",
    );
  });

  test('has one line a row over many pieces', async () => {
    const lines = (await text('csv', answer([STRING, MONEY], MANY))).trimEnd().split('\r\n');
    expect(lines.slice(1)).toEqual(MANY.map(([name, value]) => `${name ?? ''},${value}`));
  });
});

describe('json', () => {
  test('is one object with columns, rows, totals and notices', async () => {
    expect(JSON.parse(await text('json', answer([STRING, MONEY], [['a"\n', '1.50']])))).toEqual({
      columns: [
        expect.objectContaining({ name: 'c0', type: 'string' }),
        expect.objectContaining({ name: 'c1', type: 'decimal(38,2)' }),
      ],
      rows: [{ c0: 'a"\n', c1: '1.50' }],
      totals: null,
      truncated: false,
      notices: [{ code: 'ROWS.TRUNCATED', message: 'Something "to" say' }],
    });
  });

  test.each([0, 1, MANY.length])('of %d rows is JSON, and so is each line of ndjson', async (count) => {
    const given = answer([STRING, MONEY], MANY.slice(0, count));
    const rows = MANY.slice(0, count).map(([name, value]) => ({ c0: name, c1: Number(value) }));
    expect(JSON.parse(await text('json', given, { numbers: 'JSON' })).rows).toEqual(rows);
    const lines = (await text('ndjson', given, { numbers: 'JSON' })).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
  });
});

describe('arrow', () => {
  test.each([0, 1, MANY.length])('of %d rows gives back every value', async (count) => {
    const table = tableFromIPC(await bytes('arrow', answer([STRING, MONEY], MANY.slice(0, count))));
    expect(table.numRows).toBe(count);
    expect(table.schema.fields.map(String)).toEqual(['c0: Utf8', 'c1: Decimal[38e+2]']);
    const rows = table.toArray().map((row) => row.toJSON());
    expect(rows.map((row) => row['c0'])).toEqual(MANY.slice(0, count).map(([name]) => name));
    const unscaled = MANY.slice(0, count).map(([, value]) => String(BigInt(String(value).replace('.', ''))));
    expect(rows.map((row) => String(row['c1']))).toEqual(unscaled);
  });

  const TYPES: readonly ValueType[] = [
    { kind: 'integer', bits: 64 },
    { kind: 'integer', bits: 128 },
    { kind: 'double' },
    { kind: 'boolean' },
    { kind: 'date' },
    { kind: 'timestamp', zone: null },
    { kind: 'timestamptz' },
  ];
  const instant = '2024-07-01T00:00:00+01:00';
  const ROWS: readonly (readonly Value[])[] = [
    [2n ** 62n, -(2n ** 90n), 0.1, true, '2024-02-29', '1969-12-31T23:59:59.999999', instant],
    [0, 0, 0, false, '1970-01-01', '1970-01-01T00:00:00', '1970-01-01T00:00:00Z'],
    TYPES.map(() => null),
  ];

  test('keeps every type exact, and NULL apart from every value', async () => {
    const table = tableFromIPC(await bytes('arrow', answer(TYPES, ROWS)));
    expect(table.schema.fields.map(({ type }) => String(type))).toEqual([
      ...['Int64', 'Decimal[38e0]', 'Float64', 'Bool', 'Date32<DAY>', 'Timestamp<MICROSECOND>'],
      'Timestamp<MICROSECOND, Europe/London>',
    ]);
    const nulls = table.toArray().map((row) => Object.values(row.toJSON()).filter((v) => v === null).length);
    expect(nulls).toEqual([0, 0, TYPES.length]);
    const raw = (name: string): unknown => table.getChild(name)?.data[0]?.values?.[0];
    expect(raw('c0')).toBe(2n ** 62n);
    expect(String(table.getChild('c1')?.get(0))).toBe(String(-(2n ** 90n)));
    expect(raw('c2')).toBe(0.1);
    expect([table.getChild('c3')?.get(0), table.getChild('c3')?.get(1)]).toEqual([true, false]);
    expect(raw('c4')).toBe(19_782);
    expect(raw('c5')).toBe(-1n);
    expect(raw('c6')).toBe(1_719_788_400_000_000n);
  });

  test('counts days and microseconds as Temporal does', () => {
    const instants = fc.bigInt(-62_000_000_000_000_000n, 253_000_000_000_000_000n);
    const zones = fc.constantFrom('UTC', 'Europe/London', '+05:45', '-11:30');
    const epoch = Temporal.PlainDate.from('1970-01-01');
    fc.assert(
      fc.property(instants, zones, (micros, zone) => {
        const there = Temporal.Instant.fromEpochNanoseconds(micros * 1000n).toZonedDateTimeISO(zone);
        const wall = there.toPlainDateTime().toString();
        const text = wall.length < 19 ? `${wall}:00` : wall;
        // An offset of a local mean time has seconds that the text leaves out.
        fc.pre(there.offsetNanoseconds % 60e9 === 0);
        expect(microsOf(`${text}${there.offset}`)).toBe(micros);
        expect(daysOf(text.slice(0, 10))).toBe(epoch.until(text.slice(0, 10), { largestUnit: 'day' }).days);
      }),
      { seed: 20_261_123, numRuns: 500 },
    );
    expect(microsOf('infinity')).toBe(2n ** 63n - 1n);
    expect(daysOf('-infinity')).toBe(-(2 ** 31 - 1));
    expect(daysOf('+012345-01-31')).toBe(3_789_421);
  });
});
