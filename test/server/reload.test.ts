import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FILES, type LiveServer, pause, serveLive, until, Workplace } from './live-company';

let place: Workplace;
let served: LiveServer | undefined;

async function start(): Promise<LiveServer> {
  served = await serveLive(place);
  return served;
}

beforeEach(async () => {
  place = new Workplace();
  place.writeAll(FILES);
  await place.seed();
});
afterEach(async () => {
  await served?.close();
  served = undefined;
  place.remove();
});

const STATE =
  '{ catalog { broken { kind name servedAsLastSound findings { code file line } } errors { code file } } }';

/** Changed definitions: revenue is doubled. */
const DOUBLED = FILES['sales/metrics.yaml'].replace('sum(orders.amount)', '2 * sum(orders.amount)');

describe('a changed file', () => {
  test('is live within a second', async () => {
    const { value } = await start();
    expect(await value('revenue')).toBe(30);
    place.write('sales/metrics.yaml', DOUBLED);
    await until(async () => (await value('revenue')) === 60);
  });

  test('saved by an editor, as a new file renamed over the old one, is live too', async () => {
    const { value } = await start();
    for (const [text, expected] of [
      [DOUBLED, 60],
      [FILES['sales/metrics.yaml'], 30],
    ] as const) {
      writeFileSync(place.at('sales/.metrics.yaml.swp'), text);
      renameSync(place.at('sales/.metrics.yaml.swp'), place.at('sales/metrics.yaml'));
      await until(async () => (await value('revenue')) === expected);
    }
  });

  test('new, with a new team, is live; deleted, its metrics are unknown', async () => {
    const { value } = await start();
    expect(await value('average')).toBe('REFERENCE.UNKNOWN_METRIC');
    place.write('finance/average.yaml', 'metrics: { average: { formula: revenue / order_count } }\n');
    await until(async () => (await value('average')) === 15);
    unlinkSync(place.at('finance/average.yaml'));
    await until(async () => (await value('average')) === 'REFERENCE.UNKNOWN_METRIC');
    expect(await value('revenue')).toBe(30);
  });

  test('behind a link is live, and so is a folder whose link leads elsewhere', async () => {
    renameSync(place.at('sales'), place.at('.first'));
    symlinkSync('.first', place.at('sales'));
    const { value } = await start();
    expect(await value('revenue')).toBe(30);
    writeFileSync(place.at('.first/metrics.yaml'), DOUBLED);
    await until(async () => (await value('revenue')) === 60);
    mkdirSync(place.at('.second'));
    writeFileSync(place.at('.second/orders.yaml'), FILES['sales/orders.yaml']);
    writeFileSync(place.at('.second/metrics.yaml'), FILES['sales/metrics.yaml']);
    symlinkSync('.second', place.at('.next'));
    renameSync(place.at('.next'), place.at('sales'));
    await until(async () => (await value('revenue')) === 30);
  });
});

describe('a broken definition', () => {
  test('with a syntax error is served as it last was, and is named with its place', async () => {
    const { ask, value } = await start();
    place.write('sales/metrics.yaml', 'metrics:\n  revenue: { formula: "sum(orders.tax)" \n  order_count: [');
    await until(async () => (await ask(STATE)).data.catalog.broken.length > 0);
    expect([await value('revenue'), await value('order_count')]).toEqual([30, 2]);
    const { broken } = (await ask(STATE)).data.catalog;
    expect(broken).toContainEqual({
      kind: 'metric',
      name: 'revenue',
      servedAsLastSound: true,
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'YAML.SYNTAX', file: 'sales/metrics.yaml' }),
      ]),
    });
    place.write('marketing/costs.yaml', FILES['marketing/costs.yaml'].replace('sum(', '3 * sum('));
    await until(async () => (await value('spend')) === 21);
    expect(await value('revenue')).toBe(30);
    place.write('sales/metrics.yaml', DOUBLED);
    await until(async () => (await value('revenue')) === 60);
    expect((await ask(STATE)).data.catalog.broken).toEqual([]);
  });

  test('that names what is gone keeps the dataset that it was checked with, while others have the new one', async () => {
    const { ask, value } = await start();
    const orders = FILES['sales/orders.yaml']
      .replace('amount: bigint, ', '')
      .replace('table: orders', "query: select * from orders where channel = 'web'");
    place.write('sales/orders.yaml', orders);
    await until(async () => (await value('order_count')) === 1);
    expect(await value('revenue')).toBe(30);
    const together = await ask('{ metricQuery(metrics: [revenue, order_count]) { rows } }');
    expect(together.errors[0]?.extensions).toMatchObject({
      code: 'DEFINITION.BROKEN',
      hint: expect.stringContaining('sales/metrics.yaml:2'),
    });
    const beside = await ask('{ metricQuery(metrics: [revenue, spend]) { rows } }');
    expect(beside.data.metricQuery.rows).toEqual([{ revenue: 30, spend: 7 }]);
    const split = await ask(
      '{ metricQuery(metrics: [revenue], by: [{ dimension: orders__channel }]) { rows } }',
    );
    expect(split.data.metricQuery.rows).toEqual([
      { orders__channel: 'app', revenue: 20 },
      { orders__channel: 'web', revenue: 10 },
    ]);
    const shown = await ask('{ metric(name: revenue) { formula dimensions { name } } }');
    expect(shown.data.metric).toEqual({
      formula: 'sum(orders.amount)',
      dimensions: [{ name: 'orders__channel' }],
    });
  });

  test('whose dataset was deleted goes on, split by dimensions of the deleted one too', async () => {
    const { ask, value } = await start();
    unlinkSync(place.at('sales/orders.yaml'));
    await until(async () => (await ask(STATE)).data.catalog.broken.length === 2);
    expect(await value('revenue')).toBe(30);
    const split = await ask(
      '{ metricQuery(metrics: [revenue], by: [{ dimension: orders__channel }]) { rows } }',
    );
    expect(split.data.metricQuery.rows).toHaveLength(2);
    expect(await value('spend')).toBe(7);
  });

  test('that was never sound is refused with its finding', async () => {
    const { ask, value } = await start();
    place.write('sales/new.yaml', 'metrics: { margin: { formula: sum(orders.margin) } }\n');
    await until(async () => (await value('margin')) === 'DEFINITION.BROKEN');
    const { errors } = await ask('{ metricQuery(metrics: [margin]) { rows } }');
    expect(errors[0]?.message).toContain('margin');
    expect(errors[0]?.extensions.hint).toBe('mend sales/new.yaml:1');
    expect(await value('revenue')).toBe(30);
  });

  test('that is a saved query is asked as it was when it last was sound', async () => {
    place.write('sales/saved.yaml', 'saved_queries: { board: { metrics: [revenue] } }\n');
    const { server, ask } = await start();
    const total = async (): Promise<unknown> => {
      const response = await fetch(new URL('/v1/saved-queries/board?format=csv', server.url));
      return response.text();
    };
    expect(await total()).toContain('30');
    place.write('sales/saved.yaml', 'saved_queries: { board: { metrics: [revenu] } }\n');
    await until(async () => (await ask(STATE)).data.catalog.broken.length > 0);
    expect(await total()).toContain('30');
    place.write('sales/saved.yaml', 'saved_queries: [');
    await until(async () => (await ask(STATE)).data.catalog.broken[0]?.findings[0].code === 'YAML.SYNTAX');
    expect(await total()).toContain('30');
  });

  test('of the company or a team leaves the settings as they were', async () => {
    place.write('sales/team.yaml', 'label: Sales\nowner: anna\n');
    const { ask, value } = await start();
    place.write('company.yaml', 'name: Small\nzone: Nowhere/Land\n');
    place.write('sales/team.yaml', 'label: [\n');
    place.write('sales/metrics.yaml', DOUBLED);
    await until(async () => (await value('revenue')) === 60);
    const { data } = await ask(
      '{ company { name zone } teams { nodes { name label } } catalog { errors { code } } }',
    );
    expect(data.company).toEqual({ name: 'Small', zone: 'UTC' });
    expect(data.teams.nodes).toContainEqual({ name: 'sales', label: 'Sales' });
    expect(data.catalog.errors.map(({ code }: { code: string }) => code)).toContain('COMPANY.INVALID');
  });
});

describe('several files', () => {
  test('of a rename, saved 300 ms apart, are taken together', async () => {
    const { ask, value, events } = await start();
    const seen = new Set<string>();
    let isDone = false;
    const asking = (async () => {
      while (!isDone)
        seen.add(JSON.stringify([await value('revenue'), (await ask(STATE)).data.catalog.broken]));
    })();
    place.write('sales/orders.yaml', FILES['sales/orders.yaml'].replace('  orders:', '  purchases:'));
    await pause(300);
    place.write('sales/metrics.yaml', FILES['sales/metrics.yaml'].replaceAll('orders', 'purchases'));
    await until(async () => events.length > 0);
    await until(
      async () =>
        (await ask('{ metricQuery(metrics: [revenue], by: [{ dimension: purchases__channel }]) { rows } }'))
          .status === 200,
    );
    isDone = true;
    await asking;
    expect([...seen]).toEqual([JSON.stringify([30, []])]);
    expect(events.map(({ kind }) => kind)).toEqual(['definitions']);
  });

  test('of another branch are taken over as one, from git checkout', async () => {
    const git = (...args: string[]): void => {
      const identity = [
        '-c',
        'user.name=Test',
        '-c',
        'user.email=test@example.com',
        '-c',
        'commit.gpgsign=false',
      ];
      execFileSync('git', [...identity, ...args], { cwd: place.root, stdio: 'pipe' });
    };
    const many = (factor: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: 150 }, (_, i) => [
          `team_${i}/all.yaml`,
          `metrics: { m_${i}: { formula: ${factor} * revenue } }\n`,
        ]),
      );
    git('init', '-q', '-b', 'main');
    writeFileSync(path.join(place.root, '.gitignore'), '*.duckdb\n');
    place.writeAll(many(1));
    git('add', '.');
    git('commit', '-q', '-m', 'one');
    git('checkout', '-q', '-b', 'other');
    place.writeAll(many(2));
    place.write('sales/metrics.yaml', DOUBLED);
    rmSync(place.at('team_149'), { recursive: true });
    git('add', '-A', '.');
    git('commit', '-q', '-m', 'two');
    git('checkout', '-q', 'main');
    const { value } = await start();
    expect([await value('m_0'), await value('m_149')]).toEqual([30, 30]);
    git('checkout', '-q', 'other');
    await until(
      async () => (await value('m_0')) === 120 && (await value('m_149')) === 'REFERENCE.UNKNOWN_METRIC',
    );
    git('checkout', '-q', 'main');
    await until(async () => (await value('m_0')) === 30 && (await value('m_149')) === 30);
  });

  test('of which one stays half-written do not take what was there away', async () => {
    const { value, ask } = await start();
    const whole = FILES['sales/orders.yaml'];
    place.write('sales/orders.yaml', whole.slice(0, whole.indexOf('amount') + 3));
    place.write('sales/metrics.yaml', DOUBLED);
    await until(async () => (await ask(STATE)).data.catalog.broken.length > 0);
    expect(await value('revenue')).toBe(30);
    place.write('sales/orders.yaml', whole);
    await until(async () => (await value('revenue')) === 60);
  });

  test('that all go away leave everything as it was, until they come back', async () => {
    const { value, events } = await start();
    renameSync(place.definitions, `${place.definitions}.away`);
    await until(async () => events.some(({ kind }) => kind === 'refused'));
    expect([await value('revenue'), await value('spend')]).toEqual([30, 7]);
    mkdirSync(place.definitions);
    place.write('company.yaml', FILES['company.yaml']);
    await pause(1_000);
    expect(await value('revenue')).toBe(30);
    rmSync(place.definitions, { recursive: true });
    renameSync(`${place.definitions}.away`, place.definitions);
    place.write('sales/metrics.yaml', DOUBLED);
    await until(async () => (await value('revenue')) === 60);
  });
});

describe('a start', () => {
  test('with broken files serves the rest', async () => {
    place.write('marketing/costs.yaml', 'metrics: [');
    const { value } = await start();
    expect([await value('revenue'), await value('spend')]).toEqual([30, 'REFERENCE.UNKNOWN_METRIC']);
    place.write('marketing/costs.yaml', FILES['marketing/costs.yaml']);
    await until(async () => (await value('spend')) === 7);
  });

  test('without company.yaml or any sound definition is refused', async () => {
    rmSync(place.at('company.yaml'));
    await expect(start()).rejects.toMatchObject({ code: 'COMPANY.MISSING', family: 'environment' });
    place.write('company.yaml', FILES['company.yaml']);
    for (const team of ['sales', 'marketing']) rmSync(place.at(team), { recursive: true });
    place.write('sales/metrics.yaml', 'metrics: { revenue: { formula: sum(nothing.amount) } }\n');
    await expect(start()).rejects.toMatchObject({ code: 'DEFINITION.NONE', family: 'environment' });
  });
});

describe('under 50 requests a second', () => {
  test('twenty changes drop no request, and each answer fits the definition that it shows', async () => {
    const { ask, events } = await start();
    const formula = (factor: number): string =>
      FILES['sales/metrics.yaml'].replace('sum(orders.amount)', `${factor} * sum(orders.amount)`);
    const replies: Promise<void>[] = [];
    const factors = new Set<number>();
    const one = async (): Promise<void> => {
      const { status, errors, data } = await ask(
        '{ metric(name: revenue) { formula } a: metricQuery(metrics: [revenue]) { rows columns { metric { formula } } } b: metricQuery(metrics: [revenue, order_count]) { rows } }',
      );
      expect([status, errors]).toEqual([200, []]);
      const factor = Number(/^(\d+) \*/.exec(data.metric.formula)?.[1] ?? 1);
      factors.add(factor);
      expect(data.a.rows).toEqual([{ revenue: 30 * factor }]);
      expect(data.a.columns[0].metric.formula).toBe(data.metric.formula);
      expect(data.b.rows).toEqual([{ revenue: 30 * factor, order_count: 2 }]);
    };
    const clock = setInterval(() => replies.push(one()), 20);
    for (let factor = 2; factor <= 21; factor++) {
      const before = events.length;
      place.write('sales/metrics.yaml', factor % 5 === 0 ? 'metrics: [' : formula(factor));
      await until(async () => events.length > before);
    }
    clearInterval(clock);
    await Promise.all(replies);
    expect(replies.length).toBeGreaterThan(200);
    expect(factors.size).toBeGreaterThan(10);
  }, 60_000);
});

describe('under 50 requests a second over three doors', () => {
  test('a saved query and its metric change, break and are mended, and the database too: none is dropped, and an ETag has one answer', async () => {
    const saved = (factor: number, board = 'revenue', formula = 'sum(orders.amount)'): string =>
      `metrics: { revenue: { formula: ${factor} * ${formula} } }\nsaved_queries: { board: { metrics: [${board}] } }\n`;
    place.write('sales/metrics.yaml', saved(1));
    const { server, ask, events } = await start();
    const answers = new Map<string, unknown>();
    const seen = new Set<unknown>();
    const http = async (path: string): Promise<void> => {
      const response = await fetch(new URL(path, server.url));
      const { rows } = (await response.json()) as { rows: { revenue: unknown }[] };
      expect([path, response.status]).toEqual([path, 200]);
      const key = `${path} ${response.headers.get('etag')}`;
      const value = rows[0]?.revenue;
      expect([key, answers.get(key) ?? value]).toEqual([key, value]);
      answers.set(key, value);
      seen.add(value);
    };
    const graphql = async (): Promise<void> => {
      const { status, errors, data } = await ask(
        '{ metricQuery(metrics: [revenue]) { rows } savedQuery(name: "board") { answer { rows } } }',
      );
      expect([status, errors]).toEqual([200, []]);
      expect(data.savedQuery.answer.rows).toEqual(data.metricQuery.rows);
    };
    const doors = [graphql, () => http('/v1/query?metrics=revenue'), () => http('/v1/saved-queries/board')];
    const replies: Promise<void>[] = [];
    const clock = setInterval(() => replies.push(doors[replies.length % doors.length]!()), 20);
    const changes = [
      saved(2),
      'metrics: [',
      saved(3),
      saved(3, 'revenu'),
      saved(4, 'revenue', 'sum(orders.amont)'),
      saved(5),
    ];
    for (const text of changes) {
      const before = events.length;
      place.write('sales/metrics.yaml', text);
      await until(async () => events.length > before);
    }
    await place.seed(2);
    await until(async () => seen.has(300));
    clearInterval(clock);
    await Promise.all(replies);
    expect(replies.length).toBeGreaterThan(80);
    expect([...seen]).toEqual([30, 60, 90, 150, 300]);
  }, 60_000);
});

describe('another database file', () => {
  test('in the place of the old one is asked from then on; what is in flight ends on the old one', async () => {
    const { value, events, live } = await start();
    const outcomes: unknown[] = [];
    let isDone = false;
    const asking = Promise.all(
      Array.from({ length: 5 }, async () => {
        while (!isDone) outcomes.push(await value('revenue'));
      }),
    );
    const before = live.tenet.engine;
    await place.seed(2);
    await until(async () => (await value('revenue')) === 60);
    isDone = true;
    await asking;
    expect(new Set(outcomes)).toEqual(new Set([30, 60]));
    expect(events.map(({ kind }) => kind)).toEqual(['database']);
    await until(async () =>
      before.run({ sql: 'select 1', bindings: [] }, []).then(
        () => false,
        (error: { code: string }) => error.code === 'ENGINE.UNAVAILABLE',
      ),
    );
  });

  test('that is no database is not taken over', async () => {
    const { value, events } = await start();
    writeFileSync(`${place.file}.bad`, 'x'.repeat(50_000));
    renameSync(`${place.file}.bad`, place.file);
    await until(async () => events.some(({ kind }) => kind === 'refused'));
    expect(await value('revenue')).toBe(30);
    await place.seed(3);
    await until(async () => (await value('revenue')) === 90);
  });
});
