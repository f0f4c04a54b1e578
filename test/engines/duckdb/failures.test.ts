import type { Statement } from '../../../src/engines/engine';
import { execute, inMemoryEngine, rejection } from './with-engine';

const engine = inMemoryEngine();

beforeAll(async () => {
  await execute(
    engine(),
    "CREATE TABLE people AS SELECT 'Ada Lovelace' AS name, 987654321012345678 AS salary",
  );
});

const failure = (sql: string, bindings: Statement['bindings'] = []) =>
  rejection(engine().run({ sql, bindings }, []));

describe('numbers that leave their range', () => {
  test.each([
    ['integers multiplied', 'SELECT salary * 100 FROM people'],
    ['integers added', 'SELECT 9223372036854775807::BIGINT + 1'],
    ['decimals multiplied', 'SELECT 9999999999.99::DECIMAL(18,8) * 999999999.99::DECIMAL(18,8)'],
    [
      'a sum beyond 128 bits',
      "SELECT sum(x) FROM (SELECT '170141183460469231731687303715884105727'::HUGEINT AS x FROM range(3))",
    ],
    [
      'a sum beyond decimal(38)',
      "SELECT sum(x) FROM (SELECT '99999999999999999999999999999999999999'::DECIMAL(38,0) AS x FROM range(3))",
    ],
    ['a cast to a smaller integer', 'SELECT salary::INTEGER FROM people'],
    ['a literal cast to a small decimal', 'SELECT 12345.67::DECIMAL(4,2)'],
    ['an integer cast to a small decimal', 'SELECT salary::DECIMAL(4,2) FROM people'],
    ['a decimal cast to a smaller one', 'SELECT 1000.5::DECIMAL(10,1)::DECIMAL(4,2)'],
    ['a double cast to an integer', 'SELECT 1e30::DOUBLE::BIGINT'],
    ['a date beyond the calendar', "SELECT DATE '2024-01-01' + INTERVAL '9999999 years'"],
    ['a timestamp beyond its range', "SELECT TIMESTAMP '2024-01-01' + INTERVAL '999999 years'"],
    ['an absolute value', 'SELECT abs((-128)::TINYINT)'],
  ])('%s', async (_what, sql) => {
    const error = await failure(sql);
    expect(error).toMatchObject({ code: 'ENGINE.OVERFLOW', family: 'engine' });
    expect(String(error)).not.toMatch(/987654321012345678|12345\.67|9223372036854775807|1e\+30/);
  });

  test('the type that was too small is named', async () => {
    expect(String(await failure('SELECT salary::INTEGER FROM people'))).toContain('INT32');
    expect(String(await failure('SELECT salary::DECIMAL(4,2) FROM people'))).toContain('DECIMAL(4,2)');
  });
});

test('a text that is no number is no overflow', async () => {
  expect(await failure("SELECT 'abc'::DECIMAL(4,2)")).toMatchObject({ code: 'ENGINE.FAILED' });
});

describe('messages', () => {
  test('a missing table and a missing column are named, in one line and without the SQL', async () => {
    const table = await failure('SELECT 1 AS "very private text" FROM nowhere');
    expect(table).toMatchObject({
      code: 'ENGINE.FAILED',
      family: 'engine',
      message: 'Catalog Error: Table with name nowhere does not exist!',
    });
    const column = await failure('SELECT\n  nothing,\n  1 AS "very private text"\nFROM people');
    expect(column).toMatchObject({
      message: 'Binder Error: Referenced column "nothing" not found in FROM clause!',
    });
  });

  test.each([
    "SELECT * FROM read_csv('/very/private/data.csv')",
    "ATTACH '/very/private/data.duckdb' AS other",
    "ATTACH 'C:\\very\\private\\data.duckdb' AS other",
    "COPY people TO '/very/private/data.csv'",
    "SELECT error('could not read /very/private/data.csv: gone')",
  ])('%s: no file of this machine is named', async (sql) => {
    expect(String(await failure(sql))).not.toMatch(/very|private|data\./);
  });

  test.each([
    ['a bound value', 'SELECT ?::INTEGER', ['hunter2 is my password']],
    ['a bound value with quotes', 'SELECT ?::INTEGER', ["hunter2 'is' my password"]],
    ['a bound value over several lines', 'SELECT ?::INTEGER', ["is\n\nLINE 1: 'my\npassword' hunter2"]],
    ['a bound date', 'SELECT ?::DATE', ['hunter2 is my password']],
    ['a bound value that does not bind', 'SELECT ? + 1', ['hunter2 is my password']],
    ['a value of the data', "SELECT (name || ' hunter2 is my password')::INTEGER FROM people", []],
    ['a raised text in quotes', 'SELECT error(\'"hunter2 is my password"\')', []],
    ['an unknown function', "SELECT nope('hunter2 is my password')", []],
  ])('%s is never repeated', async (_what, sql, bindings) => {
    const error = await failure(sql, bindings);
    expect(error).toMatchObject({ family: 'engine' });
    expect(JSON.stringify([error, String(error)])).not.toMatch(/hunter2|my|password|Ada/);
    expect(String(error)).not.toContain('\n');
    expect(error).not.toHaveProperty('cause');
  });

  test('a long message is cut', async () => {
    const error = await failure(`SELECT * FROM ${'x'.repeat(5000)}`);
    expect(String(error).length).toBeLessThan(400);
  });
});

test('after a failure the engine goes on', async () => {
  for (let round = 0; round < 20; round += 1) await failure('SELECT nonsense');
  expect((await execute(engine(), 'SELECT 1')).columns).toEqual([[1]]);
});

test('values that cannot be read as planned are our fault, not the database’s', async () => {
  const error = await rejection(
    engine().run({ sql: 'SELECT name AS n FROM people', bindings: [] }, [{ kind: 'double' }]),
  );
  expect(error).toMatchObject({ code: 'INTERNAL.ERROR', family: 'internal' });
  expect(String(error)).toContain('"n"');
  expect(String(error)).not.toContain('Ada');
});
