import type { Diagnostic } from '../../src/base/diagnostic';
import { openDuckdb } from '../../src/engines/duckdb/open-duckdb';
import type { Engine } from '../../src/engines/engine';
import { checkData, type DataCheckOptions } from '../../src/trust/data-checks';
import type { Database } from '../../src/trust/database';
import { catalogOf, type DatasetByHand } from './catalog-by-hand';

let engine: Engine;
beforeEach(async () => {
  engine = await openDuckdb({ path: ':memory:', readOnly: false });
});
afterEach(() => engine.close());

async function given(...statements: readonly string[]): Promise<void> {
  for (const sql of statements) await engine.run({ sql, bindings: [] }, []);
}

const check = (datasets: Readonly<Record<string, DatasetByHand>>, options?: DataCheckOptions) =>
  checkData(catalogOf(datasets), engine, options);

/** What a reader of the terminal sees first of each finding. */
const brief = (findings: readonly Diagnostic[]) =>
  findings.map(({ code, severity, message }) => [code, severity, message]);

const CUSTOMERS: DatasetByHand = {
  key: ['customer_id'],
  columns: { customer_id: 'bigint', region: 'string' },
};

test('a sound database has no findings', async () => {
  await given(
    'CREATE TABLE customers AS SELECT range AS customer_id, NULL::VARCHAR AS region FROM range(3)',
    "CREATE TABLE orders AS SELECT range AS order_id, range % 3 AS customer_id, 1.5::DOUBLE AS weight, 2::DECIMAL(12,2) AS amount, DATE '2024-01-01' AS day FROM range(10)",
    'INSERT INTO orders SELECT 10, NULL, NULL, NULL, NULL',
  );
  expect(
    await check({
      orders: {
        key: ['order_id'],
        columns: {
          order_id: 'bigint',
          customer_id: 'bigint',
          weight: 'double',
          amount: 'decimal(12,2)',
          day: 'date',
        },
        joins: { customers: { to: 'customers', by: ['customer_id'] } },
      },
      customers: CUSTOMERS,
    }),
  ).toEqual([]);
});

test('empty tables and an empty catalog have no findings', async () => {
  await given('CREATE TABLE customers (customer_id BIGINT, region VARCHAR)');
  expect(await check({ customers: CUSTOMERS })).toEqual([]);
  expect(await check({})).toEqual([]);
});

describe('tables and columns', () => {
  test('a missing table is one finding at the dataset, and its joins are not followed', async () => {
    await given('CREATE TABLE customers AS SELECT 1::BIGINT AS customer_id, NULL::VARCHAR AS region');
    const findings = await check({
      orders: {
        source: { kind: 'table', table: ['shop', 'orders'] },
        key: ['order_id'],
        columns: { order_id: 'bigint', customer_id: 'bigint' },
        joins: { customers: { to: 'customers', by: ['customer_id'] } },
      },
      customers: { ...CUSTOMERS, joins: { orders: { to: 'orders', by: ['customer_id'] } } },
    });
    expect(findings).toEqual([
      {
        code: 'DATA.TABLE_MISSING',
        severity: 'error',
        message: 'The dataset "orders" reads the table "shop.orders", which the database does not have.',
        at: { file: 'orders.yaml', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
        definition: { kind: 'dataset', name: 'orders' },
        hint: 'correct `table:`, or load the table',
      },
    ]);
  });

  test('a missing column has its near match, the others are still checked', async () => {
    await given("CREATE TABLE customers AS SELECT 1::BIGINT AS customer_id, 'x' AS regoin");
    const findings = await check({
      customers: {
        key: ['customer_id'],
        columns: { customer_id: 'integer', region: 'string', zzz_unlike: 'string' },
      },
    });
    expect(findings.map(({ code, hint }) => [code, hint])).toEqual([
      ['DATA.COLUMN_TYPE', 'declare it as bigint'],
      ['DATA.COLUMN_MISSING', 'did you mean "regoin"?'],
      ['DATA.COLUMN_MISSING', '`tenet columns customers` shows what is there'],
    ]);
    expect(findings[1]?.message).toBe(
      'The dataset "customers" declares the column "region", which the table "customers" does not have.',
    );
  });

  test('a key and a join of missing columns are not asked for', async () => {
    await given('CREATE TABLE customers AS SELECT 1 AS other', 'CREATE TABLE orders AS SELECT 1 AS other');
    const findings = await check({
      orders: {
        key: ['order_id'],
        columns: { order_id: 'bigint', customer_id: 'bigint' },
        joins: { customers: { to: 'customers', by: ['customer_id'] } },
      },
      customers: CUSTOMERS,
    });
    expect(findings.map(({ code }) => code)).toEqual(Array(4).fill('DATA.COLUMN_MISSING'));
  });

  test('a column that the database finds in another case is there', async () => {
    await given('CREATE TABLE "Customers" AS SELECT 1::BIGINT AS "Customer_ID", \'x\' AS "REGION"');
    expect(await check({ customers: CUSTOMERS })).toEqual([]);
  });

  test('a column in another case is missing where the database tells cases apart', async () => {
    await given('CREATE TABLE customers AS SELECT 1::BIGINT AS customer_id, 1 AS "REGION"');
    const strict: Database = {
      describe: (source) => engine.describe(source),
      run: async (statement, types, options) =>
        engine.run(
          { ...statement, sql: statement.sql.replace('"region"', '"region_in_this_case"') },
          types,
          options,
        ),
    };
    const findings = await checkData(catalogOf({ customers: CUSTOMERS }), strict);
    expect(findings.map(({ code, hint }) => [code, hint])).toEqual([
      ['DATA.COLUMN_MISSING', 'did you mean "REGION"?'],
    ]);
  });

  test('types that differ in kind or scale are errors, those that differ in width are warnings', async () => {
    await given(
      'CREATE TABLE t (a INTEGER, b DECIMAL(12,2), c DECIMAL(12,2), d VARCHAR, e TIMESTAMP, f TIMESTAMPTZ, g DATE, h FLOAT, i SMALLINT, j INTEGER[], k HUGEINT, l UUID)',
    );
    const findings = await check({
      t: {
        columns: {
          a: 'bigint',
          b: 'decimal(12,4)',
          c: 'decimal(14,2)',
          d: 'integer',
          e: 'timestamptz',
          f: 'timestamp',
          g: 'date',
          h: 'double',
          i: 'integer',
          j: 'string',
          k: 'bigint',
          l: 'string',
        },
      },
    });
    expect(brief(findings)).toEqual([
      [
        'DATA.COLUMN_TYPE',
        'warning',
        'The column "a" of the dataset "t" is declared as bigint, but is integer in the database (INTEGER).',
      ],
      [
        'DATA.COLUMN_TYPE',
        'error',
        'The column "b" of the dataset "t" is declared as decimal(12,4), but is decimal(12,2) in the database (DECIMAL(12,2)).',
      ],
      [
        'DATA.COLUMN_TYPE',
        'warning',
        'The column "c" of the dataset "t" is declared as decimal(14,2), but is decimal(12,2) in the database (DECIMAL(12,2)).',
      ],
      [
        'DATA.COLUMN_TYPE',
        'error',
        'The column "d" of the dataset "t" is declared as integer, but is string in the database (VARCHAR).',
      ],
      [
        'DATA.COLUMN_TYPE',
        'error',
        'The column "e" of the dataset "t" is declared as timestamptz, but is timestamp in the database (TIMESTAMP).',
      ],
      [
        'DATA.COLUMN_TYPE',
        'error',
        'The column "f" of the dataset "t" is declared as timestamp, but is timestamptz in the database (TIMESTAMP WITH TIME ZONE).',
      ],
      [
        'DATA.COLUMN_TYPE',
        'error',
        'The column "j" of the dataset "t" is declared as string, but has the type INTEGER[], which Tenet does not read.',
      ],
      [
        'DATA.COLUMN_TYPE',
        'error',
        'The column "k" of the dataset "t" is declared as bigint, but is decimal(38,0) in the database (HUGEINT).',
      ],
    ]);
  });
});

describe('keys', () => {
  test('a key that is not unique is counted, with examples and the joins that rely on it', async () => {
    await given(
      "CREATE TABLE customers AS SELECT * FROM (VALUES (1, 'a'), (2, 'b'), (2, 'c'), (2, 'd'), (3, 'e'), (3, 'f')) AS v(customer_id, region)",
      'ALTER TABLE customers ALTER customer_id TYPE BIGINT',
      'CREATE TABLE orders AS SELECT 1::BIGINT AS order_id, 1::BIGINT AS customer_id',
    );
    const findings = await check({
      customers: CUSTOMERS,
      orders: {
        key: ['order_id'],
        columns: { order_id: 'bigint', customer_id: 'bigint' },
        joins: {
          customers: { to: 'customers', by: ['customer_id'] },
          buyer: { to: 'customers', by: ['customer_id'] },
        },
      },
    });
    expect(brief(findings)).toEqual([
      [
        'DATA.KEY_DUPLICATE',
        'error',
        'The key "customer_id" of the dataset "customers" is not unique: 2 values stand in 5 rows, such as 2 and 3.',
      ],
    ]);
    expect(findings[0]?.related?.map(({ message, at }) => [message, at.file, at.start.line])).toEqual([
      ['the join "customers" of the dataset "orders" relies on it', 'orders.yaml', 10],
      ['the join "buyer" of the dataset "orders" relies on it', 'orders.yaml', 11],
    ]);
  });

  test('a composite key is unique as a whole, and each of its parts must not be NULL', async () => {
    await given(
      "CREATE TABLE lines AS SELECT * FROM (VALUES (1::BIGINT, 'a'), (1, 'b'), (2, 'a'), (NULL, 'a'), (NULL, 'a'), (3, NULL)) AS v(order_id, sku)",
    );
    const lines: DatasetByHand = { key: ['order_id', 'sku'], columns: { order_id: 'bigint', sku: 'string' } };
    expect(brief(await check({ lines }))).toEqual([
      ['DATA.KEY_NULL', 'error', 'The key column "order_id" of the dataset "lines" is NULL in 2 of 6 rows.'],
      ['DATA.KEY_NULL', 'error', 'The key column "sku" of the dataset "lines" is NULL in 1 of 6 rows.'],
    ]);
    await given("INSERT INTO lines VALUES (1, 'b')");
    expect((await check({ lines })).map(({ message }) => message)).toContain(
      'The key "order_id" and "sku" of the dataset "lines" is not unique: 1 value stands in 2 rows, such as (1, "b").',
    );
  });

  test('a join to columns that are not the key proves them unique too', async () => {
    await given(
      "CREATE TABLE customers AS SELECT * FROM (VALUES (1::BIGINT, 'n'), (2, 'n')) AS v(customer_id, region)",
      "CREATE TABLE targets AS SELECT 'n' AS region",
    );
    const findings = await check({
      targets: {
        columns: { region: 'string' },
        joins: { customers: { to: 'customers', by: ['region'], keys: ['region'] } },
      },
      customers: CUSTOMERS,
    });
    expect(findings.map(({ code, at }) => [code, at.file, at.start.line])).toEqual([
      ['DATA.KEY_DUPLICATE', 'targets.yaml', 10],
    ]);
  });
});

describe('joins', () => {
  test('rows that point nowhere are counted at the join, NULLs are not among them', async () => {
    await given(
      'CREATE TABLE customers AS SELECT range AS customer_id, NULL::VARCHAR AS region FROM range(1000)',
      'CREATE TABLE orders AS SELECT range AS order_id, CASE WHEN range < 7 THEN 5000 + range // 4 WHEN range < 10 THEN NULL ELSE range % 1000 END AS customer_id FROM range(2000)',
    );
    const findings = await check({
      orders: {
        key: ['order_id'],
        columns: { order_id: 'bigint', customer_id: 'bigint' },
        joins: { customers: { to: 'customers', by: ['customer_id'] } },
      },
      customers: CUSTOMERS,
    });
    expect(findings).toEqual([
      {
        code: 'DATA.ORPHANS',
        severity: 'warning',
        message:
          '7 of 1,997 rows of the dataset "orders" with "customer_id" point to no row of "customers", such as 5000 and 5001.',
        at: { file: 'orders.yaml', start: { line: 10, column: 1 }, end: { line: 10, column: 2 } },
        definition: { kind: 'dataset', name: 'orders' },
        hint: 'they are counted in the NULL group',
      },
    ]);
  });

  test('a composite key is an orphan as a whole; NULL in one part is no orphan', async () => {
    await given(
      'CREATE TABLE budgets AS SELECT * FROM (VALUES (2024, 1), (2024, 2), (2025, 1)) AS v(y, q)',
      'CREATE TABLE spend AS SELECT * FROM (VALUES (2024, 1), (2025, 2), (NULL, 1), (2025, NULL)) AS v(y, q)',
    );
    const columns = { y: 'integer', q: 'integer' };
    const findings = await check({
      spend: { columns, joins: { budgets: { to: 'budgets', by: ['y', 'q'] } } },
      budgets: { key: ['y', 'q'], columns },
    });
    expect(findings.map(({ message }) => message)).toEqual([
      '1 of 2 rows of the dataset "spend" with "y" and "q" point to no row of "budgets", such as (2025, 2).',
    ]);
  });

  test('a dataset may join itself, and a table may be two datasets', async () => {
    await given(
      'CREATE TABLE people AS SELECT * FROM (VALUES (1::BIGINT, NULL), (2, 1), (3, 9)) AS v(id, boss)',
    );
    const people: DatasetByHand = {
      source: { kind: 'table', table: ['people'] },
      key: ['id'],
      columns: { id: 'bigint', boss: 'integer' },
      joins: { boss: { to: 'employees', by: ['boss'], keys: ['id'] } },
    };
    expect((await check({ employees: people })).map(({ message }) => message)).toEqual([
      '1 of 2 rows of the dataset "employees" with "boss" point to no row of "employees", such as 9.',
    ]);
  });

  test('columns that cannot be compared are a finding at the join, and the other checks go on', async () => {
    await given(
      'CREATE TABLE customers AS SELECT 1::BIGINT AS customer_id, NULL::VARCHAR AS region',
      "CREATE TABLE orders AS SELECT 1::BIGINT AS order_id, 'secret' AS customer_id, 'nan'::DOUBLE AS weight",
    );
    const findings = await check({
      orders: {
        key: ['order_id'],
        columns: { order_id: 'bigint', customer_id: 'string', weight: 'double' },
        joins: { customers: { to: 'customers', by: ['customer_id'] } },
      },
      customers: CUSTOMERS,
    });
    expect(findings.map(({ code, at }) => [code, at.start.line])).toEqual([
      ['DATA.NOT_FINITE', 1],
      ['ENGINE.FAILED', 10],
    ]);
    expect(findings[1]?.message).toMatch(
      /^The join "customers" of the dataset "orders" could not be checked: /,
    );
    expect(findings[1]?.message).not.toContain('secret');
  });
});

test('NaN and the infinities are counted per column, NULL and large numbers are not', async () => {
  await given(
    "CREATE TABLE t AS SELECT unnest(['nan', 'inf', '-inf', '1.7976931348623157e308', '-1.7976931348623157e308', '5e-324', '0', NULL]::DOUBLE[]) AS a, 1.5::DOUBLE AS b, unnest(['nan', '1', '1', '1', '1', '1', '1', '1']::FLOAT[]) AS c",
  );
  expect(brief(await check({ t: { columns: { a: 'double', b: 'double', c: 'double' } } }))).toEqual([
    [
      'DATA.NOT_FINITE',
      'warning',
      'The column "a" of the dataset "t" is NaN or infinite in 3 of 8 rows, which read as NULL.',
    ],
    [
      'DATA.NOT_FINITE',
      'warning',
      'The column "c" of the dataset "t" is NaN or infinite in 1 of 8 rows, which read as NULL.',
    ],
  ]);
});

describe('a dataset that is a query', () => {
  const source = (sql: string): Pick<DatasetByHand, 'source'> => ({ source: { kind: 'query', sql } });

  test('is proved like a table', async () => {
    await given('CREATE TABLE raw AS SELECT * FROM (VALUES (1, 10), (1, 20), (NULL, 30)) AS v(id, parent)');
    const findings = await check({
      parents: {
        ...source("SELECT id, parent, 'x?' AS label\nFROM raw -- every row"),
        key: ['id'],
        columns: { id: 'integer', parent: 'string', missing: 'string' },
        joins: { parents: { to: 'parents', by: ['parent'], keys: ['id'] } },
      },
    });
    expect(findings.map(({ code }) => code)).toEqual([
      'DATA.COLUMN_TYPE',
      'DATA.COLUMN_MISSING',
      'DATA.KEY_NULL',
      'DATA.KEY_DUPLICATE',
      'DATA.ORPHANS',
    ]);
    expect(findings[1]?.message).toContain('which its query does not have');
  });

  test('that the database refuses is a finding', async () => {
    const findings = await check({
      broken: { ...source('SELECT * FROM nowhere'), columns: { id: 'integer' } },
    });
    expect(brief(findings)).toEqual([
      [
        'ENGINE.FAILED',
        'error',
        'The dataset "broken" could not be checked: Catalog Error: Table with name nowhere does not exist!',
      ],
    ]);
  });
});

test('names are only names, whatever they hold', async () => {
  const table = 'a"; DROP TABLE victim; --';
  const quoted = `"${table.replaceAll('"', '""')}"`;
  const column = `k" IS NULL) FROM victim; --'?`;
  const quotedColumn = `"${column.replaceAll('"', '""')}"`;
  await given(
    'CREATE TABLE victim (i INTEGER)',
    `CREATE TABLE ${quoted} AS SELECT unnest([1, 1, NULL]) AS ${quotedColumn}`,
  );
  const findings = await check({
    hostile: {
      source: { kind: 'table', table: [table] },
      key: [column],
      columns: { [column]: 'integer' },
      joins: { hostile: { to: 'hostile', by: [column] } },
    },
  });
  expect(findings.map(({ code }) => code)).toEqual(['DATA.KEY_NULL', 'DATA.KEY_DUPLICATE']);
  expect(await engine.describe(['victim'])).not.toBeNull();
});

test('example values are shown short, and as text when they are text', async () => {
  await given(
    `CREATE TABLE t AS SELECT unnest(['${'x'.repeat(500)}', '${'x'.repeat(500)}', 'a\nb', 'a\nb', 'a\nb']) AS k`,
    "CREATE TABLE u AS SELECT unnest([TIMESTAMPTZ '2024-07-01 00:00:00+00', TIMESTAMPTZ '2024-07-01 00:00:00+00']) AS k",
  );
  const findings = await check({
    t: { key: ['k'], columns: { k: 'string' } },
    u: { key: ['k'], columns: { k: 'timestamptz' } },
  });
  expect(findings.map(({ message }) => message.slice(message.indexOf('such as')))).toEqual([
    `such as "a\\nb" and "${'x'.repeat(40)}…".`,
    'such as "2024-07-01T01:00:00+01:00".',
  ]);
});

describe('order and limits', () => {
  /** Counts how many statements are under way at once. */
  function counting(inner: Engine): { database: Database; most: () => number; statements: string[] } {
    let running = 0;
    let most = 0;
    const statements: string[] = [];
    const counted = async <T>(work: () => Promise<T>): Promise<T> => {
      running += 1;
      most = Math.max(most, running);
      try {
        return await work();
      } finally {
        running -= 1;
      }
    };
    return {
      most: () => most,
      statements,
      database: {
        run: (statement, types, options) => {
          statements.push(statement.sql);
          return counted(() => inner.run(statement, types, options));
        },
        describe: (source) => counted(() => inner.describe(source)),
      },
    };
  }

  test('no more statements than allowed run at once, and findings come in the order of the catalog', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `t${index}`);
    for (const [index, name] of names.entries()) {
      await given(`CREATE TABLE ${name} AS SELECT range % 2 AS k FROM range(${(12 - index) * 20_000})`);
    }
    const datasets = Object.fromEntries(
      names.map((name) => [name, { key: ['k'], columns: { k: 'bigint' } }]),
    );
    const { database, most } = counting(engine);
    const findings = await checkData(catalogOf(datasets), database, { concurrency: 3 });
    expect(findings.map(({ definition }) => definition?.name)).toEqual(names);
    expect(most()).toBe(3);
  });

  test('a sound dataset with one join costs three statements', async () => {
    await given(
      'CREATE TABLE customers AS SELECT 1::BIGINT AS customer_id, NULL::VARCHAR AS region',
      'CREATE TABLE orders AS SELECT 1::BIGINT AS order_id, 1::BIGINT AS customer_id, 1::DOUBLE AS a, 2::DOUBLE AS b',
    );
    const { database, statements } = counting(engine);
    await checkData(
      catalogOf({
        customers: CUSTOMERS,
        orders: {
          key: ['order_id'],
          columns: { order_id: 'bigint', customer_id: 'bigint', a: 'double', b: 'double' },
          joins: { customers: { to: 'customers', by: ['customer_id'] } },
        },
      }),
      database,
    );
    expect(statements.filter((sql) => sql.includes('"orders"'))).toHaveLength(3);
  });

  test('a check that takes too long is a finding', async () => {
    const endless =
      'SELECT a.range AS k FROM range(3000000) a, range(3000000) b WHERE a.range % 7 = b.range % 5';
    const findings = await check(
      { slow: { source: { kind: 'query', sql: endless }, key: ['k'], columns: { k: 'bigint' } } },
      { deadlineMs: 100 },
    );
    expect(findings.map(({ code }) => code)).toEqual(['ENGINE.DEADLINE', 'ENGINE.DEADLINE']);
  });

  test('a caller who leaves and a database that is gone end all checks', async () => {
    await given('CREATE TABLE customers AS SELECT 1::BIGINT AS customer_id, NULL::VARCHAR AS region');
    await expect(check({ customers: CUSTOMERS }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'ENGINE.CANCELLED',
    });
    await engine.close();
    await expect(check({ customers: CUSTOMERS })).rejects.toMatchObject({ code: 'ENGINE.UNAVAILABLE' });
  });
});
