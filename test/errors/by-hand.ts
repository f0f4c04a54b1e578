// table: the codes whose cause is no text of some lines but a state of the machine, each brought about in a few steps

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Code } from '../../src/base/codes';
import { openDuckdb } from '../../src/engines/duckdb/open-duckdb';
import { startServer } from '../../src/server/start-server';
import type { Company } from './company';
import { ofCheck, ofFailure, ofRequest, type Said } from './raise';

interface ByHand {
  /** What is done, for the page. */
  readonly how: string;
  readonly raise: (demo: Company) => Promise<readonly Said[]>;
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenet-by-hand-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Checks definitions of which one file has these bytes. */
const checkedFile = (bytes: string | Buffer): Promise<readonly Said[]> =>
  inFolder(async (folder) => {
    const definitions = path.join(folder, 'definitions');
    mkdirSync(path.join(definitions, 'sales'), { recursive: true });
    writeFileSync(path.join(definitions, 'company.yaml'), 'zone: Europe/London\n');
    writeFileSync(path.join(definitions, 'sales', 'orders.yaml'), bytes);
    return ofCheck({ definitions });
  });

export const BY_HAND: Readonly<Partial<Record<Code, ByHand>>> = {
  'FILE.UNREADABLE': {
    how: 'A file that was saved with another encoding than UTF-8.',
    raise: () => checkedFile(Buffer.from('metrics:\n  # Größe\n', 'latin1')),
  },
  'FILE.TOO_LARGE': {
    how: 'A file of more than a megabyte.',
    raise: () => checkedFile(`# ${'a'.repeat(1024 * 1024)}\n`),
  },
  'FORMULA.TOO_LARGE': {
    how: 'A formula of more than 20,000 characters, here 10,000 times “+ 1”.',
    raise: async () => {
      const formula = `count(orders)${' + 1'.repeat(10_000)}`;
      const found = await checkedFile(
        `datasets:\n  orders: { table: shop.orders, columns: { order_id: bigint } }\nmetrics:\n  revenue:\n    formula: ${formula}\n`,
      );
      return found;
    },
  },
  'ENGINE.CANCELLED': {
    how: 'A question whose asker goes away before it is answered.',
    raise: async (demo) => {
      const tenet = await demo.tenet();
      return [
        await ofFailure(() => tenet.ask({ metrics: ['net_revenue'] }, { signal: AbortSignal.abort() })),
      ];
    },
  },
  'ENGINE.BUSY': {
    how: 'A question that comes while more wait for the database than are let in.',
    raise: async () => {
      const engine = await openDuckdb({ path: ':memory:', readOnly: false, maxConcurrent: 1, maxWaiting: 0 });
      const controller = new AbortController();
      const endless = { sql: 'select sum(range) from range(1000000000000)', bindings: [] };
      const running = engine.run(endless, [], { signal: controller.signal }).catch(() => null);
      const said = await ofFailure(() => engine.run({ sql: 'select 1', bindings: [] }, []));
      controller.abort();
      await running;
      await engine.close();
      return [said];
    },
  },
  'REQUEST.TOO_LARGE': {
    how: 'A POST to /graphql with a body of more than 256 kB.',
    raise: async (demo) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query: `{ company { name } } # ${'a'.repeat(256 * 1024)}` });
      return ofRequest({ method: 'POST', path: '/graphql', headers, body }, await demo.tenet());
    },
  },
  'ENVIRONMENT.PORT': {
    how: 'A server is started at a port that another program listens at.',
    raise: async (demo) => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const { port } = other.address() as AddressInfo; // It listens on TCP, so there is one.
      const tenet = await demo.tenet();
      const said = await ofFailure(() => startServer({ tenet, host: '127.0.0.1', port }));
      other.close();
      const text = said.text.replaceAll(String(port), '4000').replaceAll(String(port + 1), '4001');
      return [{ ...said, text }];
    },
  },
  'INTERNAL.ERROR': {
    how: 'A fault of our own while a question is answered. Over HTTP it is masked: the log has it under the id of the request.',
    raise: async (demo) => {
      const faulty = {
        ...(await demo.tenet()),
        askTogether: () => Promise.reject(new TypeError('undefined is not a function')),
      };
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query: '{ metricQuery(metrics: [net_revenue]) { rows } }' });
      return ofRequest({ method: 'POST', path: '/graphql', headers, body }, faulty);
    },
  },
};
