import { parseColumnType } from '../../../src/metrics/model/value-type';
import { execute, inMemoryEngine, rejection } from './with-engine';

const engine = inMemoryEngine();

test('every type has its name for `columns:`, or none', async () => {
  const types: readonly (readonly [sql: string, declared: string | null])[] = [
    ['BOOLEAN', 'boolean'],
    ['TINYINT', 'smallint'],
    ['SMALLINT', 'smallint'],
    ['INTEGER', 'integer'],
    ['BIGINT', 'bigint'],
    ['HUGEINT', 'decimal(38,0)'],
    ['UTINYINT', 'smallint'],
    ['USMALLINT', 'integer'],
    ['UINTEGER', 'bigint'],
    ['UBIGINT', 'decimal(20,0)'],
    ['UHUGEINT', null],
    ['FLOAT', 'double'],
    ['DOUBLE', 'double'],
    ['DECIMAL(12,2)', 'decimal(12,2)'],
    ['DECIMAL(38,0)', 'decimal(38,0)'],
    ['NUMERIC', 'decimal(18,3)'],
    ['VARCHAR', 'string'],
    ['CHAR(5)', 'string'],
    ['UUID', 'string'],
    ['JSON', 'string'],
    ["ENUM ('a', 'it''s', 'b, c')", null],
    ['DATE', 'date'],
    ['TIMESTAMP', 'timestamp'],
    ['TIMESTAMP_S', 'timestamp'],
    ['TIMESTAMP_MS', 'timestamp'],
    ['TIMESTAMP_NS', 'timestamp'],
    ['TIMESTAMPTZ', 'timestamptz'],
    ['TIME', null],
    ['TIMETZ', null],
    ['INTERVAL', null],
    ['BLOB', null],
    ['BIT', null],
    ['INTEGER[]', null],
    ['INTEGER[3]', null],
    ["ENUM ('a', 'b')[]", null],
    ['DECIMAL(4,2)[]', null],
    ['STRUCT(a INTEGER)', null],
    ['MAP(INTEGER, VARCHAR)', null],
    ['UNION(a INTEGER, b VARCHAR)', null],
  ];
  const columns = types.map(([sql], index) => `c${index} ${sql}`).join(', ');
  await execute(engine(), `CREATE TABLE every_type (${columns})`);
  const described = await engine().describe(['every_type']);
  expect(described?.map((column) => column.declared)).toEqual(types.map(([, declared]) => declared));
  for (const { declared } of described ?? []) {
    if (declared !== null) expect(parseColumnType(declared)).not.toBeNull();
  }
});

test('a table is found by its name, its schema, its database, in any case, as in a statement', async () => {
  await execute(engine(), 'CREATE SCHEMA "Shop"');
  await execute(engine(), 'CREATE TABLE "Shop"."Orders" ("Order Id" INTEGER, total DOUBLE)');
  await execute(engine(), 'CREATE TABLE customers (id INTEGER)');
  const orders = [
    { name: 'Order Id', engineType: 'INTEGER', declared: 'integer' },
    { name: 'total', engineType: 'DOUBLE', declared: 'double' },
  ];
  for (const parts of [
    ['Shop', 'Orders'],
    ['shop', 'ORDERS'],
    ['memory', 'Shop', 'Orders'],
  ]) {
    expect(await engine().describe(parts)).toEqual(orders);
    await execute(engine(), `SELECT * FROM ${parts.map((part) => `"${part}"`).join('.')}`);
  }
  for (const parts of [
    ['customers'],
    ['main', 'customers'],
    ['memory', 'customers'],
    ['memory', 'main', 'CUSTOMERS'],
  ]) {
    expect(await engine().describe(parts)).toHaveLength(1);
    await execute(engine(), `SELECT * FROM ${parts.map((part) => `"${part}"`).join('.')}`);
  }
});

test('a view has columns too, in its order', async () => {
  await execute(engine(), "CREATE VIEW recent AS SELECT 'x' AS z, 1 AS a");
  expect(await engine().describe(['recent'])).toEqual([
    { name: 'z', engineType: 'VARCHAR', declared: 'string' },
    { name: 'a', engineType: 'INTEGER', declared: 'integer' },
  ]);
});

test('what does not exist is null, whatever the name holds', async () => {
  const names = [
    [],
    ['nothing'],
    ['Orders'],
    ['shop', 'nothing'],
    ['nowhere', 'Shop', 'Orders'],
    ['a', 'b', 'c', 'd'],
    ["'; DROP TABLE customers; --"],
    ['"'],
    ['%'],
    [''],
    ['/etc/passwd'],
  ];
  for (const parts of names) expect(await engine().describe(parts)).toBeNull();
  expect(await engine().describe(['customers'])).toHaveLength(1);
});

test('a name with quotes is found', async () => {
  await execute(engine(), 'CREATE TABLE "we\'re ""quoted""" ("a""b" INTEGER)');
  expect(await engine().describe(['we\'re "quoted"'])).toEqual([
    { name: 'a"b', engineType: 'INTEGER', declared: 'integer' },
  ]);
});

test('a query has the columns and types that it would give, and is not run', async () => {
  const sql =
    "WITH a AS (SELECT 1.50::DECIMAL(4,2) AS price, DATE '2024-01-01' AS d)\nSELECT *, error('ran') AS e FROM a -- all";
  expect(await engine().describe({ sql })).toEqual([
    { name: 'price', engineType: 'DECIMAL(4,2)', declared: 'decimal(4,2)' },
    { name: 'd', engineType: 'DATE', declared: 'date' },
    { name: 'e', engineType: 'INTEGER', declared: 'integer' },
  ]);
  expect(await rejection(engine().describe({ sql: 'SELECT nothing' }))).toMatchObject({
    code: 'ENGINE.FAILED',
  });
});
