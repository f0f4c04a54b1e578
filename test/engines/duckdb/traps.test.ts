/** What docs/duckdb.md says about this version of DuckDB and its package, each line measured. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  connection = await instance.connect();
});
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** The one row of a statement, as DuckDB's JSON has it. */
async function row(sql: string, over = connection): Promise<readonly unknown[]> {
  return (await over.runAndReadAll(sql)).getRowsJson()[0] ?? [];
}

async function refusal(sql: string, over = connection): Promise<string> {
  return over.run(sql).then(
    () => 'runs',
    (error: Error) => error.message.split('\n')[0] ?? '',
  );
}

test('it is the version that all this was measured with', async () => {
  expect(await row('select version()')).toEqual(['v1.5.5']);
});

describe('tests of one column under OR', () => {
  const countWhere = async (condition: string): Promise<number> => {
    await connection.run('create or replace table t (a integer)');
    await connection.run('insert into t values (null), (null)');
    return Number((await row(`select count(*) from t where ${condition}`))[0]);
  };

  test('lose rows of groups with nothing but NULLs where one of them is `is distinct from`', async () => {
    expect(await countWhere('a is distinct from 1 or a is distinct from 2')).toBe(0);
    expect(await countWhere('a = 1 or a is distinct from 2')).toBe(0);
    expect(await countWhere('a is distinct from 2')).toBe(2);
  });

  test('lose none where the statistics are kept out, or NULL is named', async () => {
    expect(
      await countWhere('coalesce(a is distinct from 1, false) or coalesce(a is distinct from 2, false)'),
    ).toBe(2);
    expect(await countWhere('a = 1 or coalesce(a is distinct from 2, false)')).toBe(2);
    expect(await countWhere('(a is null or a <> 1) or (a is null or a <> 2)')).toBe(2);
    expect(await countWhere('a = 1 or (a = 2) is not true')).toBe(2);
  });
});

describe('numbers', () => {
  test('decimals of up to 18 digits are computed in 64 bits and overflow there', async () => {
    expect(await row('select typeof(1::decimal(18,2) * 1::decimal(12,2))')).toEqual(['DECIMAL(18,4)']);
    expect(await refusal('select 9999999999.99::decimal(12,2) * 9999999999.99::decimal(12,2)')).toMatch(
      /Overflow in multiplication of DECIMAL\(18\)/,
    );
    expect(await refusal('select x + x from (select 9999999999999999.99::decimal(18,2) as x)')).toMatch(
      /Overflow in addition of DECIMAL\(18\)/,
    );
  });

  test('literals are computed in 32 bits', async () => {
    expect(await refusal('select 999999999 * 999999999')).toMatch(/Overflow in multiplication of INT32/);
  });

  test('quotients and averages of decimals are doubles, sums of bigint are hugeint', async () => {
    expect(
      await row(
        'select typeof(1::decimal(12,2) / 3::decimal(12,2)), typeof(avg(1::decimal(12,2))), typeof(sum(1::bigint))',
      ),
    ).toEqual(['DOUBLE', 'DOUBLE', 'HUGEINT']);
  });

  test('division by zero is infinite, `//` by zero is NULL and truncates toward zero', async () => {
    expect(await row('select 1 / 0, 1 // 0, -7 // 2, -7 % 2')).toEqual(['Infinity', null, -3, -1]);
  });

  test('a continuous percentile of decimals stays in their scale, and loses the half', async () => {
    expect(
      await row(
        'select quantile_cont(x, 0.5), quantile_cont(x::double, 0.5) from (values (1.00::decimal(12,2)), (1.01)) t(x)',
      ),
    ).toEqual(['1.00', 1.005]);
  });

  test('the package gives decimals as doubles', async () => {
    const read = await connection.runAndReadAll('select 9999999999999999.99::decimal(18,2)');
    expect(read.getRowsJS()[0]).toEqual([1e16]);
  });
});

describe('times', () => {
  test('date_trunc of a date is a timestamp, and so is a date and an interval', async () => {
    expect(
      await row(
        "select typeof(date_trunc('month', date '2024-05-06')), typeof(date '2024-01-31' + interval 1 month)",
      ),
    ).toEqual(['TIMESTAMP', 'TIMESTAMP']);
  });

  test('date_trunc of an instant is in the zone of the session', async () => {
    const other = await instance.connect();
    await other.run("set TimeZone = 'America/New_York'");
    expect(await row("select epoch(date_trunc('day', timestamptz '2024-05-06 02:00:00Z'))", other)).toEqual([
      Date.UTC(2024, 4, 5, 4) / 1000,
    ]);
    other.closeSync();
  });

  test('dayofweek counts Sunday as 0, isodow as 7', async () => {
    expect(await row("select dayofweek(date '2024-05-05'), isodow(date '2024-05-05')")).toEqual(['0', '7']);
  });
});

describe('settings', () => {
  test('disabled_optimizers holds for all connections, a plain TimeZone and disable_optimizer for their own', async () => {
    const other = await instance.connect();
    await other.run("set disabled_optimizers = 'common_subplan'");
    await other.run("set TimeZone = 'Asia/Tokyo'");
    await other.run('pragma disable_optimizer');
    expect(await row("select current_setting('disabled_optimizers')")).toEqual(['common_subplan']);
    expect(await row("select current_setting('TimeZone')")).not.toEqual(['Asia/Tokyo']);
    const join = 'explain select a.x from range(9) a(x), range(9) b(x) where a.x = b.x';
    expect(String(await row(join, other))).toContain('CROSS_PRODUCT');
    expect(String(await row(join))).not.toContain('CROSS_PRODUCT');
    other.closeSync();
  });

  test('lock_configuration stops SET, and neither PRAGMA nor CALL nor ATTACH', async () => {
    const locked = await DuckDBInstance.create(':memory:');
    const over = await locked.connect();
    await over.run('set global lock_configuration = true');
    expect(await refusal("set disabled_optimizers = ''", over)).toMatch(/configuration has been locked/);
    for (const sql of ['pragma disable_optimizer', 'call pragma_version()', "attach ':memory:' as other"])
      expect(await refusal(sql, over)).toBe('runs');
    over.closeSync();
    locked.closeSync();
  });

  test.each([
    ['at opening it is shown and not kept', true, /^runs$/],
    ['once open it is kept', false, /^Out of Memory Error: failed to offload/],
  ])('max_temp_directory_size: %s', async (_, atOpening, outcome) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tenet-trap-'));
    const small = await DuckDBInstance.create(':memory:', {
      threads: '1',
      memory_limit: '32MB',
      temp_directory: folder,
      ...(atOpening ? { max_temp_directory_size: '4MB' } : {}),
    });
    const over = await small.connect();
    if (!atOpening) await over.run("set global max_temp_directory_size = '4MB'");
    expect(await row("select current_setting('max_temp_directory_size')", over)).toEqual(['3.8 MiB']);
    const sort =
      'select count(*) from (select md5(range::varchar) as y from range(1000000) order by y limit 999999)';
    expect(await refusal(sort, over)).toMatch(outcome);
    over.closeSync();
    small.closeSync();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('the package', () => {
  test('interrupt() between prepare and execute is lost', async () => {
    const prepared = await connection.prepare('select count(*) from range(1000)');
    connection.interrupt();
    expect((await prepared.runAndReadAll()).getRowsJson()).toEqual([['1000']]);
  });

  test('a U+FEFF at the beginning of a text is dropped on reading, and kept on binding', async () => {
    const read = await connection.runAndReadAll("select chr(65279) || 'abc', length(chr(65279) || 'abc')");
    expect(read.getRowsJS()[0]).toEqual(['abc', 4n]);
    const prepared = await connection.prepare('select length($1)');
    prepared.bindVarchar(1, '\ufeffabc');
    expect((await prepared.runAndReadAll()).getRowsJson()).toEqual([['4']]);
  });
});
