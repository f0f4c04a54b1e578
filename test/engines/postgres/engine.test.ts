import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgres } from '../../../src/engines/postgres/open-postgres';
import { describePostgres, POSTGRES } from '../../support/postgres-server';
import { rejection } from '../duckdb/with-engine';
import { ENDLESS, postgresEngine } from './with-engine';

const QUICKLY_MS = 1_000;

describePostgres('statements on PostgreSQL', () => {
  const open = postgresEngine({ maxConcurrent: 1 });
  const run = (sql: string, options = {}) => open().engine.run({ sql, bindings: [] }, [], options);

  test('values are bound, not pasted', async () => {
    const statement = {
      sql: 'select cast($1 as text), cast($2 as bigint)',
      bindings: ["'; drop table x", '7'],
    };
    expect((await open().engine.run(statement, [])).columns).toEqual([["'; drop table x"], [7]]);
  });

  test.each([
    'create table written (a integer)',
    'insert into pg_catalog.pg_class select * from pg_class',
    "select set_config('transaction_read_only', 'off', false), nextval('numbers')",
  ])('nothing can be written: %s', async (sql) => {
    await open().database.run('create sequence if not exists numbers');
    expect(await rejection(run(sql))).toMatchObject({ code: 'ENGINE.FAILED' });
  });

  test('what one statement sets is gone with it, and tables of the session stand in for none', async () => {
    const settings = ['TimeZone', 'search_path', 'transaction_read_only', 'statement_timeout'];
    await run("select set_config('search_path', 'pg_temp', true)", {});
    const { columns } = await run(
      `select ${settings.map((name) => `current_setting('${name}')`).join(', ')}`,
      { deadlineMs: 5_000 },
    );
    expect(columns.flat()).toEqual(['UTC', 'public,pg_temp', 'on', '7s']);
  });

  test('an abort ends the statement at once, and its place is free soon after', async () => {
    const controller = new AbortController();
    const running = rejection(run(ENDLESS, { signal: controller.signal }));
    await sleep(200);
    const aborted = performance.now();
    controller.abort();
    expect(await running).toMatchObject({ code: 'ENGINE.CANCELLED' });
    expect((await run('select 1')).columns).toEqual([[1]]);
    expect(performance.now() - aborted).toBeLessThan(5 * QUICKLY_MS);
  });

  test('a deadline ends it on the server too', async () => {
    expect(await rejection(run(ENDLESS, { deadlineMs: 100 }))).toMatchObject({ code: 'ENGINE.DEADLINE' });
    const { columns } = await run(
      "select count(*) from pg_stat_activity where query like '%generate_series(1, 3000000)%' and state = 'active' and pid <> pg_backend_pid()",
    );
    expect(columns).toEqual([[0]]);
  });

  test('an abort at any moment is heard', async () => {
    for (let round = 0; round < 10; round += 1) {
      const controller = new AbortController();
      const running = rejection(run(ENDLESS, { signal: controller.signal }));
      await sleep(round);
      controller.abort();
      expect(await running).toMatchObject({ code: 'ENGINE.CANCELLED' });
    }
    expect((await run('select 1')).columns).toEqual([[1]]);
  });

  test('a connection that the server closes is replaced', async () => {
    const killed = rejection(run('select pg_terminate_backend(pg_backend_pid())'));
    expect(await killed).toMatchObject({ code: 'ENGINE.UNAVAILABLE' });
    expect((await run('select 1')).columns).toEqual([[1]]);
  });

  test('messages hold neither values of the data nor of the question', async () => {
    const secret = 'confidential-value';
    const failed = await rejection(
      open().engine.run({ sql: 'select cast($1 as text)::integer', bindings: [secret] }, []),
    );
    expect(failed).toMatchObject({ code: 'ENGINE.FAILED' });
    expect(String(failed)).not.toContain(secret);
  });

  test('an overflow is an overflow', async () => {
    const sql = 'select 9223372036854775807::bigint + 1::bigint';
    expect(await rejection(run(sql))).toMatchObject({ code: 'ENGINE.OVERFLOW' });
  });

  test('closing cancels what does not end by itself', async () => {
    const engine = await openPostgres({ address: open().database.address, closeGraceMs: 100 });
    const running = rejection(engine.run({ sql: ENDLESS, bindings: [] }, []));
    await sleep(100);
    await engine.close();
    expect(await running).toMatchObject({ code: 'ENGINE.UNAVAILABLE' });
    expect(await rejection(engine.run({ sql: 'select 1', bindings: [] }, []))).toMatchObject({
      code: 'ENGINE.UNAVAILABLE',
    });
  });
});

describePostgres('what PostgreSQL says of tables', () => {
  const open = postgresEngine();
  beforeAll(() =>
    open().database.run(`create schema shop;
      create type mood as enum ('sad', 'happy');
      create table shop.things (a smallint, b integer, c bigint, d numeric(12,2), e numeric, f real, g double precision,
        h text, i varchar(10), j char(3), k uuid, l date, m timestamp, n timestamptz, o timestamp(3), p boolean, q mood, r text[])`),
  );
  const declared = {
    a: 'smallint',
    b: 'integer',
    c: 'bigint',
    d: 'decimal(12,2)',
    e: null,
    f: 'double',
    g: 'double',
    h: 'string',
    i: 'string',
    j: 'string',
    k: 'string',
    l: 'date',
    m: 'timestamp',
    n: 'timestamptz',
    o: 'timestamp',
    p: 'boolean',
    q: null,
    r: null,
  };

  test.each([[['shop', 'things']], [{ sql: 'select * from shop.things -- all' }]])('%j', async (source) => {
    const described = await open().engine.describe(source);
    expect(Object.fromEntries(described!.map((column) => [column.name, column.declared]))).toEqual(declared);
  });

  test('a table that is not there is null', async () => {
    expect(await open().engine.describe(['shop', 'Things'])).toBeNull();
  });
});

describePostgres('addresses of PostgreSQL', () => {
  test('a user without rights is told so, without the password', async () => {
    const url = new URL(POSTGRES!);
    url.username = 'nobody_of_this_name';
    url.password = 'secret-password';
    const failed = await rejection(openPostgres({ address: url.toString() }));
    expect(failed).toMatchObject({ code: 'ENGINE.UNAVAILABLE' });
    expect(JSON.stringify(failed) + String(failed)).not.toContain('secret-password');
  });
});
