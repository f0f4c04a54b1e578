import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunningServer, startServer } from '../../src/server/start-server';
import { buildDatabase } from '../../src/service/composition';
import { type LiveEvent, LiveTenet } from '../../src/service/live/live-tenet';
import { post, type Reply } from './serve-demo';

/** By path: a small company of two teams. */
export const FILES = {
  'company.yaml': 'name: Small\nzone: UTC\n',
  'sales/orders.yaml': `datasets:
  orders:
    table: orders
    key: order_id
    columns: { order_id: bigint, amount: bigint, tax: bigint, channel: string }
    dimensions: { channel: {} }
`,
  'sales/metrics.yaml': `metrics:
  revenue: { formula: sum(orders.amount) }
  order_count: { formula: count(orders) }
`,
  'marketing/costs.yaml': `datasets:
  costs: { table: costs, columns: { spend: bigint, channel: string }, dimensions: { channel: {} } }
metrics:
  spend: { formula: sum(costs.spend) }
`,
} as const;

export type Files = Readonly<Record<string, string>>;

/** A folder with definitions and a database of a test of its own. */
export class Workplace {
  readonly root = mkdtempSync(path.join(tmpdir(), 'tenet-live-'));
  readonly definitions = path.join(this.root, 'definitions');
  readonly file = path.join(this.root, 'small.duckdb');

  at(name: string): string {
    return path.join(this.definitions, ...name.split('/'));
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), text);
  }

  writeAll(files: Files): void {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  /** As `tenet seed` does: a new file, renamed over the old one. Revenue is 30 times `factor`. */
  async seed(factor = 1): Promise<void> {
    const draft = `${this.file}.${factor}.new`;
    await buildDatabase(draft, async (builder) => {
      await builder.run(`create table orders as select * from (values
        (1, ${10 * factor}, 1, 'web'), (2, ${20 * factor}, 2, 'app')) t(order_id, amount, tax, channel)`);
      // Some minutes of work for any machine.
      await builder.run(`create view slow as select a.range * b.range as n
        from range(3000000) a, range(3000000) b where a.range % 7 = b.range % 5`);
      // A second or two.
      await builder.run('create view long as select range as n from range(20000000)');
      await builder.run("create table costs as select * from (values (7, 'web')) t(spend, channel)");
    });
    renameSync(draft, this.file);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** A server that follows its files. */
export interface LiveServer {
  readonly live: LiveTenet;
  readonly server: RunningServer;
  readonly events: readonly LiveEvent[];
  ask(query: string): Promise<Reply>;
  /** The one value of a metric, or the code of the refusal. */
  value(metric: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function serveLive(place: Workplace): Promise<LiveServer> {
  const live = await LiveTenet.open({ definitions: place.definitions, database: `duckdb:${place.file}` });
  const events: LiveEvent[] = [];
  const server = await startServer({ tenet: live.tenet, host: '127.0.0.1', port: 0 });
  live.follow({ swap: server.swap, happened: (event) => void events.push(event) });
  const ask = (query: string): Promise<Reply> => post(server.url, query);
  return {
    live,
    server,
    events,
    ask,
    async value(metric) {
      const { data, errors } = await ask(`{ metricQuery(metrics: [${metric}]) { rows } }`);
      return errors[0]?.extensions.code ?? data.metricQuery.rows[0][metric];
    },
    async close() {
      await server.close();
      await live.close();
    },
  };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until `holds`; the milliseconds that it took. A change is to be live within a second: five are waited for. */
export async function until(holds: () => Promise<boolean>, withinMs = 5_000): Promise<number> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > withinMs) throw new Error('what was waited for did not happen');
    await pause(20);
  }
  return performance.now() - began;
}
