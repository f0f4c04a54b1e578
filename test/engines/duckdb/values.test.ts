import { decimal, type ValueType } from '../../../src/metrics/model/value-type';
import { execute, firstColumn, inMemoryEngine, rejection } from './with-engine';

const engine = inMemoryEngine();

const integer = { kind: 'integer', bits: 128 } as const;
const timestamp = { kind: 'timestamp', zone: null } as const;
const read = (sql: string, type?: ValueType) => firstColumn(engine(), sql, type);

describe('integers', () => {
  test('every width keeps its extremes', async () => {
    expect(await read('SELECT unnest([-128, 127]::TINYINT[])', integer)).toEqual([-128, 127]);
    expect(await read('SELECT unnest([-32768, 32767]::SMALLINT[])', integer)).toEqual([-32768, 32767]);
    expect(await read('SELECT unnest([-2147483648, 2147483647]::INTEGER[])', integer)).toEqual([
      -2147483648, 2147483647,
    ]);
    expect(await read('SELECT unnest([0, 255]::UTINYINT[])', integer)).toEqual([0, 255]);
    expect(await read('SELECT unnest([0, 65535]::USMALLINT[])', integer)).toEqual([0, 65535]);
    expect(await read('SELECT unnest([0, 4294967295]::UINTEGER[])', integer)).toEqual([0, 4294967295]);
    expect(
      await read("SELECT unnest(['-9223372036854775808', '9223372036854775807']::BIGINT[])", integer),
    ).toEqual([-9223372036854775808n, 9223372036854775807n]);
    expect(await read("SELECT '18446744073709551615'::UBIGINT", integer)).toEqual([18446744073709551615n]);
    expect(
      await read(
        "SELECT unnest(['-170141183460469231731687303715884105728', '170141183460469231731687303715884105727']::HUGEINT[])",
        integer,
      ),
    ).toEqual([-170141183460469231731687303715884105728n, 170141183460469231731687303715884105727n]);
  });

  test('the largest integer that a double holds is a number, the next one a bigint, on both sides of zero', async () => {
    const around =
      "unnest(['9007199254740991', '9007199254740992', '-9007199254740991', '-9007199254740992']";
    const expected = [9007199254740991, 9007199254740992n, -9007199254740991, -9007199254740992n];
    expect(await read(`SELECT ${around}::BIGINT[])`, integer)).toEqual(expected);
    expect(await read(`SELECT ${around}::HUGEINT[])`, integer)).toEqual(expected);
    expect(await read(`SELECT ${around}::DECIMAL(38,0)[])`, integer)).toEqual(expected);
  });

  test('a count and a sum of integers are integers', async () => {
    expect(await read('SELECT count(*) FROM range(7)', integer)).toEqual([7]);
    expect(await read('SELECT sum(range) FROM range(7)', integer)).toEqual([21]);
  });

  test('a whole double or decimal is read as the planned integer, another one is refused', async () => {
    expect(await read('SELECT 4.0::DOUBLE', integer)).toEqual([4]);
    expect(await read('SELECT 1e20::DOUBLE', integer)).toEqual([100000000000000000000n]);
    expect(await read('SELECT 4.00::DECIMAL(5,2)', integer)).toEqual([4]);
    expect(await rejection(read('SELECT 4.5::DOUBLE', integer))).toMatchObject({ code: 'INTERNAL.ERROR' });
    expect(await rejection(read('SELECT 4.01::DECIMAL(5,2)', integer))).toMatchObject({
      code: 'INTERNAL.ERROR',
    });
  });
});

describe('decimals', () => {
  test('every storage width keeps all digits and the scale', async () => {
    expect(
      await read("SELECT unnest(['-0.5', '99.99', '0', '-99.99']::DECIMAL(4,2)[])", decimal(4, 2)),
    ).toEqual(['-0.50', '99.99', '0.00', '-99.99']);
    expect(await read("SELECT '-1234567.89'::DECIMAL(9,2)", decimal(9, 2))).toEqual(['-1234567.89']);
    expect(await read("SELECT '9999999999999999.99'::DECIMAL(18,2)", decimal(18, 2))).toEqual([
      '9999999999999999.99',
    ]);
    expect(
      await read("SELECT '-12345678901234567890.123456789012345678'::DECIMAL(38,18)", decimal(38, 18)),
    ).toEqual(['-12345678901234567890.123456789012345678']);
    expect(
      await read("SELECT '0.00000000000000000000000000000000000001'::DECIMAL(38,38)", decimal(38, 38)),
    ).toEqual(['0.00000000000000000000000000000000000001']);
    expect(
      await read("SELECT '99999999999999999999999999999999999999'::DECIMAL(38,0)", decimal(38, 0)),
    ).toEqual(['99999999999999999999999999999999999999']);
  });

  test('a planned decimal that comes as an integer or with another scale has the planned scale', async () => {
    expect(await read('SELECT unnest([7, -7]::INTEGER[])', decimal(12, 2))).toEqual(['7.00', '-7.00']);
    expect(await read('SELECT sum(range) FROM range(3)', decimal(38, 2))).toEqual(['3.00']);
    expect(await read("SELECT '-0.5'::DECIMAL(4,1)", decimal(12, 3))).toEqual(['-0.500']);
    expect(await read("SELECT '1.500'::DECIMAL(5,3)", decimal(12, 1))).toEqual(['1.5']);
  });

  test('digits are never rounded away, and a double never passes as exact', async () => {
    expect(await rejection(read("SELECT '1.25'::DECIMAL(4,2)", decimal(12, 1)))).toMatchObject({
      code: 'INTERNAL.ERROR',
      family: 'internal',
    });
    expect(await rejection(read('SELECT 0.5::DOUBLE', decimal(12, 1)))).toMatchObject({
      code: 'INTERNAL.ERROR',
    });
  });
});

describe('doubles', () => {
  const double = { kind: 'double' } as const;

  test('extremes stay, NaN and the infinities are NULL, −0 is 0', async () => {
    const values = await read(
      "SELECT unnest([1.7976931348623157e308, 5e-324, 0.1, -0.0, 'nan', 'inf', '-inf', NULL]::DOUBLE[])",
      double,
    );
    expect(values).toEqual([1.7976931348623157e308, 5e-324, 0.1, 0, null, null, null, null]);
    expect(Object.is(values[3], -0)).toBe(false);
  });

  test('a float, an integer and a decimal are read as the planned double', async () => {
    expect(await read('SELECT 0.25::FLOAT', double)).toEqual([0.25]);
    expect(await read('SELECT 9007199254740993::BIGINT', double)).toEqual([9007199254740992]);
    expect(await read("SELECT '0.10'::DECIMAL(4,2)", double)).toEqual([0.1]);
    expect(await read("SELECT 'nan'::FLOAT", double)).toEqual([null]);
  });
});

describe('booleans and strings', () => {
  test('booleans are three-valued', async () => {
    expect(await read('SELECT unnest([true, false, NULL])', { kind: 'boolean' })).toEqual([
      true,
      false,
      null,
    ]);
  });

  test('strings keep every character, short and long', async () => {
    const texts = [
      '',
      'null',
      'Ünïcödé',
      '𝔸 🦆',
      'a\u0000b',
      '\uFEFFmark',
      `\uFEFF${'x'.repeat(40)}`,
      'y'.repeat(5000),
    ];
    const chunks = await Promise.all(
      texts.map((text) => engine().run({ sql: 'SELECT ?::VARCHAR', bindings: [text] }, [{ kind: 'string' }])),
    );
    expect(chunks.map((result) => result.columns[0]?.[0])).toEqual(texts);
  });

  test('an empty string, the word null and NULL are three values', async () => {
    expect(await read("SELECT unnest(['', 'null', NULL])", { kind: 'string' })).toEqual(['', 'null', null]);
  });

  test('an enum and a UUID are strings', async () => {
    await execute(engine(), "CREATE TYPE mood AS ENUM ('happy', 'it''s fine')");
    expect(await read("SELECT unnest(['happy', 'it''s fine', NULL]::mood[])", { kind: 'string' })).toEqual([
      'happy',
      "it's fine",
      null,
    ]);
    expect(await read("SELECT '00000000-0000-0000-0000-00000000002a'::UUID", { kind: 'string' })).toEqual([
      '00000000-0000-0000-0000-00000000002a',
    ]);
  });

  test('a number that is planned as a string is written in full', async () => {
    expect(await read('SELECT 12::INTEGER', { kind: 'string' })).toEqual(['12']);
    expect(await read("SELECT '1.50'::DECIMAL(4,2)", { kind: 'string' })).toEqual(['1.50']);
  });

  test('a number does not pass as a boolean', async () => {
    expect(await rejection(read('SELECT 1', { kind: 'boolean' }))).toMatchObject({ code: 'INTERNAL.ERROR' });
  });
});

describe('dates', () => {
  const date = { kind: 'date' } as const;

  test('leap days, month ends and the epoch', async () => {
    expect(
      await read(
        "SELECT unnest(['1970-01-01', '1969-12-31', '2024-02-29', '2000-02-29', '1900-02-28', '1900-03-01', '2023-12-31', '0001-01-01', '9999-12-31']::DATE[])",
        date,
      ),
    ).toEqual([
      '1970-01-01',
      '1969-12-31',
      '2024-02-29',
      '2000-02-29',
      '1900-02-28',
      '1900-03-01',
      '2023-12-31',
      '0001-01-01',
      '9999-12-31',
    ]);
  });

  test('years beyond four digits and before year 1 have the expanded form, where year 0 is 1 BC', async () => {
    expect(
      await read(
        "SELECT unnest(['10000-01-01', '0001-12-31 (BC)', '0044-03-15 (BC)', '5877642-06-25 (BC)', '5881580-07-10']::DATE[])",
        date,
      ),
    ).toEqual(['+010000-01-01', '0000-12-31', '-000043-03-15', '-5877641-06-25', '+5881580-07-10']);
  });

  test('an infinite date says so', async () => {
    expect(await read("SELECT unnest(['infinity', '-infinity']::DATE[])", date)).toEqual([
      'infinity',
      '-infinity',
    ]);
  });

  test('every day of the 400 years after which the calendar repeats is what the database itself writes', async () => {
    const { columns, rowCount } = await engine().run(
      {
        sql: "SELECT d::DATE, d::DATE::VARCHAR FROM range(TIMESTAMP '1700-01-01', TIMESTAMP '2100-01-01', INTERVAL 1 DAY) t(d)",
        bindings: [],
      },
      [date, { kind: 'string' }],
    );
    expect(rowCount).toBe(146_097);
    expect(columns[0]).toEqual(columns[1]);
  });

  test('a planned date that comes as a timestamp must be a midnight', async () => {
    expect(await read("SELECT TIMESTAMP '2024-02-29 00:00:00'", date)).toEqual(['2024-02-29']);
    expect(await read("SELECT 'infinity'::TIMESTAMP", date)).toEqual(['infinity']);
    expect(await rejection(read("SELECT TIMESTAMP '2024-02-29 00:00:01'", date))).toMatchObject({
      code: 'INTERNAL.ERROR',
    });
  });
});

describe('timestamps', () => {
  test('fractions have six digits or none, before 1970 too', async () => {
    expect(
      await read(
        "SELECT unnest(['2024-02-29 23:59:59.999999', '2024-01-01 00:00:00', '1969-12-31 23:59:59.5', '1582-10-04 12:00:00.000001']::TIMESTAMP[])",
        timestamp,
      ),
    ).toEqual([
      '2024-02-29T23:59:59.999999',
      '2024-01-01T00:00:00',
      '1969-12-31T23:59:59.500000',
      '1582-10-04T12:00:00.000001',
    ]);
  });

  test('the ends of the range are exact', async () => {
    expect(
      await read(
        "SELECT unnest(['290309-12-22 (BC) 00:00:00', '294247-01-10 04:00:54.775806']::TIMESTAMP[])",
        timestamp,
      ),
    ).toEqual(['-290308-12-22T00:00:00', '+294247-01-10T04:00:54.775806']);
  });

  test('seconds, milliseconds and nanoseconds are read in their own unit', async () => {
    expect(await read("SELECT '2024-01-02 03:04:05'::TIMESTAMP_S", timestamp)).toEqual([
      '2024-01-02T03:04:05',
    ]);
    expect(await read("SELECT '2024-01-02 03:04:05.678'::TIMESTAMP_MS", timestamp)).toEqual([
      '2024-01-02T03:04:05.678000',
    ]);
    expect(
      await read(
        "SELECT unnest(['2024-01-02 03:04:05.000006', '1960-01-02 03:04:05.000006789']::TIMESTAMP_NS[])",
        timestamp,
      ),
    ).toEqual(['2024-01-02T03:04:05.000006', '1960-01-02T03:04:05.000006789']);
    for (const type of ['TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP_NS']) {
      expect(await read(`SELECT unnest(['infinity', '-infinity']::${type}[])`, timestamp)).toEqual([
        'infinity',
        '-infinity',
      ]);
    }
  });

  test('a date that is planned as a timestamp is its midnight', async () => {
    expect(await read("SELECT unnest(['2024-02-29', 'infinity']::DATE[])", timestamp)).toEqual([
      '2024-02-29T00:00:00',
      'infinity',
    ]);
  });

  test('a timestamp without a zone does not pass as an instant', async () => {
    expect(await rejection(read("SELECT TIMESTAMP '2024-01-01'", { kind: 'timestamptz' }))).toMatchObject({
      code: 'INTERNAL.ERROR',
    });
  });
});

describe('NULL and shape', () => {
  test('NULL is null in every type, also where the types do not match', async () => {
    const types: readonly ValueType[] = [
      integer,
      decimal(12, 2),
      { kind: 'double' },
      { kind: 'boolean' },
      { kind: 'string' },
      { kind: 'date' },
      timestamp,
      { kind: 'timestamptz' },
      { kind: 'null' },
    ];
    for (const type of types) {
      expect(await read('SELECT NULL', type)).toEqual([null]);
      expect(await read('SELECT NULL::VARCHAR', type)).toEqual([null]);
      expect(await read('SELECT NULL::DOUBLE', type)).toEqual([null]);
    }
  });

  test('NULLs are found over many chunks', async () => {
    const values = await read(
      'SELECT CASE WHEN range % 3 = 0 THEN NULL ELSE range END FROM range(10000)',
      integer,
    );
    expect(values).toEqual(Array.from({ length: 10_000 }, (_, index) => (index % 3 === 0 ? null : index)));
  });

  test('an answer without rows has its columns', async () => {
    const result = await engine().run({ sql: 'SELECT 1 AS a, 2 AS b WHERE false', bindings: [] }, [
      integer,
      integer,
    ]);
    expect(result).toEqual({ names: ['a', 'b'], columns: [[], []], rowCount: 0 });
  });

  test('columns of the same name are kept apart', async () => {
    const result = await engine().run({ sql: 'SELECT 1 AS a, 2 AS a', bindings: [] }, [integer, integer]);
    expect(result).toEqual({ names: ['a', 'a'], columns: [[1], [2]], rowCount: 1 });
  });

  test('a hundred thousand rows arrive in order and let the event loop turn', async () => {
    let longestPauseMs = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longestPauseMs = Math.max(longestPauseMs, performance.now() - last);
      last = performance.now();
    }, 1);
    const values = await read("SELECT 'a rather long text ' || range FROM range(100000)", { kind: 'string' });
    clearInterval(watch);
    expect(values).toHaveLength(100_000);
    expect(values[99_999]).toBe('a rather long text 99999');
    expect(longestPauseMs).toBeLessThan(150);
  });
});

describe('bindings', () => {
  test('each kind of value binds by position with its own type', async () => {
    const { columns } = await engine().run(
      {
        sql: 'SELECT ? AS a, typeof(?), ? AS b, typeof(?), ? AS c, typeof(?), ? AS d, ? AS e, ? AS f',
        bindings: [1, 1, 2 ** 40, 2 ** 40, 0.5, 0.5, true, null, "Robert'); DROP TABLE students;--"],
      },
      [],
    );
    expect(columns.map((column) => column[0])).toEqual([
      1,
      'INTEGER',
      2 ** 40,
      'BIGINT',
      0.5,
      'DOUBLE',
      true,
      null,
      "Robert'); DROP TABLE students;--",
    ]);
  });

  test('whole numbers that no integer holds bind as doubles', async () => {
    const { columns } = await engine().run(
      { sql: 'SELECT ? AS a, typeof(?)', bindings: [1e300, 2 ** 53] },
      [],
    );
    expect(columns).toEqual([[1e300], ['DOUBLE']]);
  });

  test('a string is compared with a date as a date', async () => {
    const sql = "SELECT count(*) FROM (SELECT DATE '2024-01-02' AS d) WHERE d >= ? AND d < ?";
    expect((await engine().run({ sql, bindings: ['2024-01-01', '2024-01-03'] }, [])).columns).toEqual([[1]]);
  });

  test('a wrong number of values is our own fault', async () => {
    for (const bindings of [[], [1, 2]]) {
      expect(await rejection(engine().run({ sql: 'SELECT ?', bindings }, []))).toMatchObject({
        code: 'INTERNAL.ERROR',
      });
    }
  });
});
