import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Run, type RunOptions, tenet } from './captured-io';

const ROOT = path.join(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'tenet-cli-'));
const mended = path.join(folder, 'definitions');

/** In a folder with the demo's definitions and a tiny demo database, as a user has them. */
const run = (argv: readonly string[], options: RunOptions = {}): Promise<Run> =>
  tenet(argv, { cwd: folder, ...options });

beforeAll(async () => {
  cpSync(path.join(ROOT, 'definitions'), mended, { recursive: true });
  expect(await run(['seed', '--scale', 'tiny'])).toMatchObject({ code: 0, err: '' });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the definitions with one file changed. */
function changed(name: string, file: string, change: (text: string) => string): string {
  const copy = path.join(folder, name);
  cpSync(mended, copy, { recursive: true });
  const target = path.join(copy, file);
  const text = readFileSync(target, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(target, change(text));
  return copy;
}

describe('check', () => {
  test('of the demo finds nothing and counts what there is', async () => {
    const { code, out, err } = await run(['check']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^\d+ metrics, \d+ datasets, \d+ dimensions: no findings in \d+ ms\n$/);
  });

  test('points at a typo in a formula with a caret and the right word', async () => {
    const copy = changed('typo', 'sales/revenue.yaml', (text) =>
      text.replace('orders.amount - orders.tax', 'orders.amuont - orders.tax'),
    );
    const { code, out } = await run(['check', '--definitions', copy]);
    expect(code).toBe(1);
    const lines = out.split('\n');
    const at = lines.findIndex((line) => line.includes('REFERENCE.UNKNOWN_COLUMN'));
    expect(lines[at]).toMatch(/^typo\/sales\/revenue\.yaml:\d+:\d+ {2}error/);
    expect(lines[at + 2]?.indexOf('^')).toBe(lines[at + 1]?.indexOf('orders.amuont') ?? -1);
    expect(out).toContain('orders.amount');
    expect(out).toMatch(/: \d+ errors? in \d+ ms\n$/);
  });

  test('finds every fault of every file at once', async () => {
    const copy = changed('two', 'sales/revenue.yaml', (text) =>
      text.replace('formula: sum(', 'formula: summ('),
    );
    const file = path.join(copy, 'customers/customers.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('key: customer_id', 'key: custommer_id'));
    const { findings, summary } = JSON.parse(
      (await run(['check', '--definitions', copy, '--format', 'json'])).out,
    );
    const codes = findings.map(
      (finding: { code: string; at: { file: string } }) => `${finding.at.file} ${finding.code}`,
    );
    expect(codes).toContain('sales/revenue.yaml FORMULA.UNKNOWN_FUNCTION');
    expect(codes.join(' ')).toMatch(/customers\/customers\.yaml/);
    expect(summary.errors).toBe(
      findings.filter((finding: { severity: string }) => finding.severity === 'error').length,
    );
  });

  test('without definitions is the environment’s fault', async () => {
    const { code, err } = await run(['check', '--definitions', 'nowhere']);
    expect(code).toBe(3);
    expect(err).toMatch(/^error ENVIRONMENT\.FILE: /);
  });
});

describe('check --data', () => {
  test('counts orphans of the demo, which is no error', async () => {
    const { code, out } = await run(['check', '--data']);
    expect(code).toBe(0);
    expect(out).toMatch(/^definitions\/sales\/orders\.yaml:\d+:\d+ {2}warning {2}DATA\.ORPHANS$/m);
    expect(out).toMatch(/: \d+ warnings in \d+ ms\n$/);
  });

  test('points at the declaration that the database contradicts', async () => {
    const copy = changed('type', 'sales/orders.yaml', (text) =>
      text.replace('items: integer', 'items: string'),
    );
    const { code, out } = await run(['check', '--data', '--format', 'json', '--definitions', copy]);
    expect(code).toBe(1);
    const found = JSON.parse(out).findings.find(
      (finding: { code: string }) => finding.code === 'DATA.COLUMN_TYPE',
    );
    expect(found).toMatchObject({ severity: 'error', at: { file: 'sales/orders.yaml' } });
  });

  test('without a database is the environment’s fault', async () => {
    expect((await run(['check', '--data', '--database', 'duckdb:nowhere.duckdb'])).code).toBe(3);
  });
});

describe('columns', () => {
  test('proposes what the database has', async () => {
    const { code, out } = await run(['columns', 'orders']);
    expect(code).toBe(0);
    expect(out).toMatch(/^columns:\n {2}\{ order_id: bigint, customer_id: bigint/);
    expect(out).toContain("amount: 'decimal(12,2)'");
  });

  test('writes them where the dataset is defined, and nothing else', async () => {
    const before = readFileSync(path.join(mended, 'sales/orders.yaml'), 'utf8');
    const copy = changed('columns', 'sales/orders.yaml', (text) => text.replace('is_test: boolean,', ''));
    expect((await run(['check', '--definitions', copy])).code).toBe(1);
    const argv = ['columns', 'orders', '--write', '--definitions', copy];
    expect(await run(argv)).toMatchObject({ code: 0, out: 'Wrote 13 columns into sales/orders.yaml.\n' });
    expect((await run(['check', '--definitions', copy])).code).toBe(0);
    const squeezed = (text: string): string => text.replace(/\s+/g, ' ');
    expect(squeezed(readFileSync(path.join(copy, 'sales/orders.yaml'), 'utf8'))).toBe(squeezed(before));
    expect((await run(argv)).out).toBe('sales/orders.yaml is as the database has it: 13 columns.\n');
  });

  test('of an unknown dataset suggests a known one', async () => {
    const { code, err } = await run(['columns', 'order']);
    expect(code).toBe(1);
    expect(err).toContain('orders');
  });
});

describe('query', () => {
  const ask = [
    'query',
    'net_revenue',
    'roas',
    '--by',
    'time:month',
    '--from',
    '2025-01-01',
    '--to',
    '2025-04-01',
  ];

  test('prints an aligned table with totals last, and notices on standard error', async () => {
    const { code, out, err } = await run([...ask, '--totals']);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^Month +Net revenue \[GBP\] +Return on advertising spend/);
    expect(lines).toHaveLength(5);
    expect(lines[4]).toMatch(/^total /);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    expect(err).toMatch(/^notice PERIOD\.ROWS_WITHOUT_TIME: /);
  });

  test('gives one answer in every format', async () => {
    const json = JSON.parse((await run([...ask, '--format', 'json'])).out);
    const exact = JSON.parse((await run([...ask, '--format', 'json', '--exact'])).out);
    const csv = (await run([...ask, '--format', 'csv'])).out.trimEnd().split('\r\n');
    expect(json.rows).toHaveLength(3);
    expect(json.columns.map((column: { name: string }) => column.name)).toEqual([
      'time',
      'net_revenue',
      'roas',
    ]);
    expect(csv[0]).toBe('time,net_revenue,roas');
    json.rows.forEach((row: Record<string, unknown>, index: number) => {
      expect(Object.keys(row)).toEqual(['time', 'net_revenue', 'roas']);
      expect(typeof row['net_revenue']).toBe('number');
      expect(Number(exact.rows[index].net_revenue)).toBe(row['net_revenue']);
      expect(csv[index + 1]).toBe(`${row['time']},${exact.rows[index].net_revenue},${row['roas']}`);
    });
  });

  test('asks the same with flags, with a file and from standard input', async () => {
    const question = {
      metrics: ['net_revenue', 'roas'],
      by: [{ time: 'MONTH' }],
      period: { from: '2025-01-01', to: '2025-04-01' },
    };
    writeFileSync(path.join(folder, 'question.json'), JSON.stringify(question));
    const flags = (await run(ask)).out;
    expect((await run(['query', '--file', 'question.json'])).out).toBe(flags);
    expect((await run(['query', '--file', '-'], { input: JSON.stringify(question) })).out).toBe(flags);
  });

  test('keeps rows by several conditions, orders and limits', async () => {
    const argv = [
      'query',
      'placed_orders',
      '--by',
      'orders.channel',
      '--where',
      'orders.channel in web, app, shop',
      '--where',
      'orders.is_gift = false',
    ];
    const all = JSON.parse((await run([...argv, '--order', '-placed_orders', '--format', 'json'])).out).rows;
    const counts = all.map((row: { placed_orders: number }) => row.placed_orders);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(all.length).toBeGreaterThan(1);
    const second = JSON.parse(
      (await run([...argv, '--order', '-placed_orders', '--limit', '1', '--offset', '1', '--format', 'json']))
        .out,
    ).rows;
    expect(second).toEqual([all[1]]);
  });

  test.each([
    [['query', 'net_revenu'], 'REFERENCE.UNKNOWN_METRIC', 'net_revenue'],
    [['query', 'net_revenue', '--by', 'customers.regoin'], 'REFERENCE.UNKNOWN_DIMENSION', 'customers.region'],
    [
      ['query', 'net_revenue', '--by', 'customers.zodiac'],
      'REFERENCE.UNKNOWN_DIMENSION',
      'take one of customers.region, customers.kind',
    ],
    [
      ['query', 'net_revenue', '--where', 'orders.items > 2'],
      'REFERENCE.UNKNOWN_DIMENSION',
      '"items" is a column of "orders" and no dimension',
    ],
    [['query', 'net_revenue', '--by', 'time'], 'GRAIN.MISSING', 'time:month'],
    [['query', 'marketing_spend', '--by', 'customers.region'], 'DIMENSION.UNREACHABLE', 'campaigns.'],
    [
      ['query', 'net_revenue', '--where', 'orders.channel ~ 7', '--where', 'orders.hour = noon'],
      'TYPE.BAD_LITERAL',
      '',
    ],
  ])('%j is refused with %s', async (argv, code, words) => {
    const result = await run(argv);
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err).toContain(`error ${code}: `);
    expect(result.err).toContain(words);
  });

  test('takes a file or flags, not both, and says where a file is wrong', async () => {
    expect(await run(['query', 'net_revenue', '--file', '-'])).toMatchObject({ code: 2 });
    expect(await run(['query', '--totals', '--file', '-'])).toMatchObject({ code: 2 });
    expect(await run(['query', '--file', 'nowhere.json'])).toMatchObject({ code: 3 });
    const typo = await run(['query', '--file', '-'], {
      input: '{ "metrics": ["roas"], "by": [{ "tiem": "month" }] }',
    });
    expect(typo.code).toBe(1);
    expect(typo.err).toContain('error QUERY.UNKNOWN_KEY');
    expect(typo.err).toContain('at: by[0].tiem');
    expect(typo.err).toContain('time');
  });

  test('for nothing is wrong usage', async () => {
    expect(await run(['query'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Nothing is asked for.'),
    });
  });

  test('without the demo database says how to make it', async () => {
    const { code, err } = await run(['query', 'roas', '--definitions', mended], {
      cwd: path.join(ROOT, 'docs'),
    });
    expect(code).toBe(3);
    expect(err).toMatch(/^error ENGINE\.UNAVAILABLE: .*\n {2}hint: `tenet seed` makes the demo database/);
  });
});

describe('explain', () => {
  test('says the steps in words and prints SQL, without a database', async () => {
    const { code, out } = await run([
      'explain',
      'roas',
      '--by',
      'time:month',
      '--database',
      'duckdb:nowhere.duckdb',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^1\. \w+: .*\n {3}reads /);
    expect(out).toContain('reads orders (table shop.orders)');
    expect(out).toContain('reads campaign_costs (table shop.campaign_costs)');
    expect(out).toContain('\nselect\n');
  });

  test('prints question, plan and SQL as JSON', async () => {
    const { out } = await run(['explain', 'roas', '--by', 'time:month', '--format', 'json']);
    const { question, plan, sql } = JSON.parse(out);
    expect(question).toEqual({ metrics: ['roas'], by: [{ time: 'month' }] });
    expect(plan.steps.at(-1).kind).toBe('select');
    expect(sql).toMatch(/^with\s/);
  });

  test('refuses what query refuses', async () => {
    const asked = ['marketing_spend', '--by', 'customers.region'];
    const [explained, queried] = [await run(['explain', ...asked]), await run(['query', ...asked])];
    expect(explained.code).toBe(1);
    expect(explained.err).toBe(queried.err);
  });
});

describe('list', () => {
  test('lists metrics by name, with the question that each answers', async () => {
    const { code, out } = await run(['list']);
    expect(code).toBe(0);
    expect(out).toMatch(/^net_revenue +How much did we really earn from orders\? +GBP +sales$/m);
    const names = out
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(' ')[0]);
    expect(names).toEqual([...names].sort());
  });

  test('filters by team and by words', async () => {
    const cells = JSON.parse(
      (await run(['list', 'metrics', '--team', 'marketing', '--search', 'CLICK', '--format', 'json'])).out,
    );
    expect(cells.map((cell: { name: string }) => cell.name)).toEqual([
      'click_through_rate',
      'click_to_open_rate',
      'clicks',
      'cost_per_click',
      'orders_per_click',
    ]);
    expect((await run(['list', '--search', 'no such words'])).out).toBe('Nothing found.\n');
  });

  test('lists dimensions under every name, datasets and teams', async () => {
    expect((await run(['list', 'dimensions'])).out).toMatch(/^first_touch\.name .*marketing$/m);
    expect((await run(['list', 'datasets'])).out).toMatch(
      /^orders +One row per order.* shop\.orders +order_id +sales$/m,
    );
    expect((await run(['list', 'teams'])).out).toMatch(/^sales +Sales +/m);
  });

  test('of a team that does not exist suggests one that does', async () => {
    const { code, err } = await run(['list', '--team', 'sale']);
    expect(code).toBe(2);
    expect(err).toContain('did you mean: sales');
  });
});

describe('show', () => {
  test('opens a metric with its words and names what depends on it', async () => {
    const { code, out } = await run(['show', 'net_revenue']);
    expect(code).toBe(0);
    const labels = out.match(/^\w[\w ]*?(?= {2,})/gm);
    expect(labels?.slice(0, 4)).toEqual(['metric', 'label', 'question', 'decision']);
    expect(out).toMatch(/^formula +sum\(orders\.amount - orders\.tax\)$/m);
    expect(out).toMatch(/^time +orders\.delivered_at$/m);
    expect(out).toMatch(/^used by +.*roas/m);
    expect(out).toMatch(/customers\.region/);
    expect(out).toMatch(/^file +sales\/revenue\.yaml:\d+$/m);
  });

  test('shows dimensions in either spelling, under a role too, and datasets', async () => {
    expect((await run(['show', 'customers__region'])).out).toMatch(/^dimension +customers\.region$/m);
    expect((await run(['show', 'first_touch.name'])).out).toMatch(/^reached by +first_touch$/m);
    expect((await run(['show', 'orders'])).out).toMatch(/^joins +customers → customers by customer_id/m);
  });

  test('of an unknown name suggests near ones', async () => {
    const { code, err } = await run(['show', 'regoin']);
    expect(code).toBe(1);
    expect(err).toContain('customers.region');
  });
});

describe('seed', () => {
  test('writes over a file it made, and never over another', async () => {
    const own = path.join(folder, 'own.duckdb');
    writeFileSync(own, 'mine');
    const refused = await run(['seed', '--scale', 'tiny', '--database', 'duckdb:own.duckdb']);
    expect(refused.code).toBe(3);
    expect(readFileSync(own, 'utf8')).toBe('mine');
    const made = ['seed', '--scale', 'tiny', '--database', 'duckdb:made.duckdb'];
    const [first, second] = [await run(made), await run(made)];
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(existsSync(path.join(folder, 'made.duckdb'))).toBe(true);
    const tables = (text: string): string => text.slice(0, text.indexOf('Seeded'));
    expect(tables(second.out)).toBe(tables(first.out));
  });

  test('only knows DuckDB files', async () => {
    expect((await run(['seed', '--database', 'postgres://x'])).code).toBe(2);
  });
});

describe('serve', () => {
  /** Serves until it says that it is ready, asks what it printed, then stops it. */
  async function served(
    argv: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Run & { answer: unknown }> {
    let stop = (): void => {};
    let ready = (_: string): void => {};
    let text = '';
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const isReady = new Promise<string>((resolve) => {
      ready = resolve;
    });
    const onOut = (piece: string): void => {
      text += piece;
      if (/^ready in /m.test(text)) ready(text);
    };
    const running = run(['serve', '--port', '0', ...argv], { untilStopped: () => stopped, onOut, env });
    const printed = await Promise.race([isReady, running.then(({ err }) => Promise.reject(new Error(err)))]);
    const [, url = '', body = ''] = /curl -s (\S+) .* -d '(.*)'$/m.exec(printed) ?? [];
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const answer = await response.json();
    stop();
    return { ...(await running), answer };
  }

  test('prints what runs, a question and its answer, and stops cleanly', async () => {
    const { code, out, answer } = await served([]);
    expect(code).toBe(0);
    expect(out).toMatch(/Tenet answers GraphQL at http:\/\/127\.0\.0\.1:\d+\/graphql/);
    expect(out).toMatch(/definitions {2}definitions \(\d+ metrics over \d+ datasets\)/);
    expect(out).toMatch(/database {5}duckdb:\.tenet\/demo\.duckdb, read-only/);
    expect(out).toMatch(/^ready in \d+ ms CPU/m);
    const { rows } = (answer as { data: { metricQuery: { rows: Record<string, unknown>[] } } }).data
      .metricQuery;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(out).toContain(`  ${Object.values(row)[0]} `);
  });

  test('seeds the demo where it is missing and leaves a current one alone', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'tenet-demo-'));
    cpSync(mended, path.join(other, 'definitions'), { recursive: true });
    const serve = (): Promise<Run> =>
      run(['serve', '--demo', '--port', '0'], { cwd: other, untilStopped: async () => {} });
    const [first, second] = [await serve(), await serve()];
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.out).toMatch(/Seeded the demo company: \d+ tables/);
    expect(second.out).not.toContain('Seeded');
    rmSync(other, { recursive: true });
  });

  test('refuses an address that is not loopback, also from the environment', async () => {
    const flag = await run(['serve', '--host', '0.0.0.0', '--port', '0']);
    expect(flag).toMatchObject({ code: 3, err: expect.stringContaining('error ENVIRONMENT.HOST: ') });
    expect((await run(['serve', '--port', '0'], { env: { HOST: '192.168.0.1' } })).code).toBe(3);
  });
});
