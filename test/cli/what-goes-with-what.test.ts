import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REFUSING_COMPANY, writeDefinitions } from '../support/refusing-company';
import { tenet } from './captured-io';

const folder = mkdtempSync(path.join(tmpdir(), 'tenet-lists-'));
beforeAll(() => writeDefinitions(path.join(folder, 'definitions'), REFUSING_COMPANY));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (argv: readonly string[]) => tenet(argv, { cwd: folder });

/** The items of a list as JSON. */
async function listed(argv: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  const { code, out, err } = await run(['list', ...argv, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}
const names = async (argv: readonly string[]) => (await listed(argv)).map(({ name }) => name);

describe('list dimensions --for', () => {
  test('lists those that all the metrics can be split by, as any other list', async () => {
    expect(await listed(['dimensions', '--for', 'revenue,new_customers'])).toEqual([
      { name: 'customers.kind', says: 'Private or trade', type: 'string', team: 'sales' },
      { name: 'customers.regions.name', says: 'Region', type: 'string', team: 'sales' },
      { name: 'customers.signed_up_on', says: 'Signed up on', type: 'date', team: 'sales' },
    ]);
    expect(await names(['dimensions', '--for', 'new_customers', '--search', 'REGION'])).toEqual([
      'customers.regions.name',
      'regions.name',
    ]);
  });

  test('with --refused adds the others, with the reason of the question itself', async () => {
    const all = await listed(['dimensions', '--for', 'new_customers', '--refused']);
    expect(all.slice(0, 4).map(({ refused }) => refused)).toEqual(['', '', '', '']);
    const channel = all.find(({ name }) => name === 'orders.channel');
    expect(channel).toEqual({
      name: 'orders.channel',
      team: 'sales',
      refused: 'GRAIN.TOO_COARSE',
      because:
        '"new_customers" cannot be split by "orders.channel": one row of "customers" has many rows of "orders".',
      hint: 'a metric of "orders" can: revenue, placed_orders, revenue_per_order',
      suggestions: ['revenue', 'placed_orders', 'revenue_per_order'],
    });
    const { err } = await run(['explain', 'new_customers', '--by', 'orders.channel']);
    expect(err).toContain(`error ${channel?.['refused']}: ${channel?.['because']}\n`);
    expect(err).toContain(`hint: ${channel?.['hint']}\n`);
  });

  test('prints a table that ends with the reasons', async () => {
    const { out } = await run(['list', 'dimensions', '--for', 'new_customers', '--refused']);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^name +team +refused +because$/);
    expect(lines.at(-1)).toMatch(/^shops\.regions\.name +sales +\w+\.\w+ +"new_customers" cannot be split/);
  });
});

describe('list metrics --for-dimension', () => {
  test('lists those that all the dimensions can split', async () => {
    expect(await names(['metrics', '--for-dimension', 'customers.kind'])).toEqual([
      'new_customers',
      'placed_orders',
      'revenue',
      'revenue_per_order',
    ]);
    expect(await names(['--for-dimension', 'customers__kind,orders.channel'])).toEqual([
      'placed_orders',
      'revenue',
      'revenue_per_order',
    ]);
    const refused = await listed(['metrics', '--for-dimension', 'orders.channel', '--refused']);
    expect(refused.map(({ name, refused: code }) => [name, code])).toEqual([
      ['placed_orders', ''],
      ['revenue', ''],
      ['revenue_per_order', ''],
      ['budget', 'DIMENSION.UNREACHABLE'],
      ['new_customers', 'GRAIN.TOO_COARSE'],
    ]);
  });

  test.each([
    [['dimensions', '--for', 'revenu'], 1, 'error REFERENCE.UNKNOWN_METRIC: No metric is named "revenu".'],
    [
      ['metrics', '--for-dimension', 'orders.chanel'],
      1,
      'error REFERENCE.UNKNOWN_DIMENSION: No dimension is named "orders.chanel".',
    ],
    [['--for', 'revenue'], 2, 'error USAGE.INVALID: --for does not belong to `tenet list metrics`.'],
    [
      ['segments', '--for-dimension', 'orders.channel'],
      2,
      'error USAGE.INVALID: --for-dimension does not belong to `tenet list segments`.',
    ],
    [['dimensions', '--refused'], 2, 'error USAGE.INVALID: --refused says why'],
  ])('%j is refused', async (argv, code, sentence) => {
    const ended = await run(['list', ...argv]);
    expect({ code: ended.code, out: ended.out }).toEqual({ code, out: '' });
    expect(ended.err).toContain(sentence);
  });
});

describe('segments', () => {
  test('are listed with the dataset whose rows they pick', async () => {
    expect(await listed(['segments'])).toEqual([
      { name: 'northern', says: 'Northern', of: 'regions', team: 'sales' },
      { name: 'traders', says: 'Customers with a trade account', of: 'customers', team: 'sales' },
    ]);
    expect((await run(['list', 'segments', '--search', 'nothing like it'])).out).toBe('Nothing found.\n');
  });

  test('are shown with their condition and the metrics that they can narrow', async () => {
    const { code, out } = await run(['show', 'traders']);
    expect(code).toBe(0);
    expect(out).toMatch(/^segment +traders\nlabel +Traders\ndescription +Customers with a trade account\n/);
    expect(out).toMatch(/^of +customers\nwhere +kind = 'trade'$/m);
    expect(out).toMatch(/^narrows +revenue, placed_orders, revenue_per_order, new_customers$/m);
    expect(out).toMatch(/^team +sales \(sales@example\.com\)$/m);
    expect(out).toMatch(/^file +sales\/metrics\.yaml:\d+$/m);
    // Two ways lead from an order to a region.
    expect((await run(['show', 'northern'])).out).toMatch(/^narrows +new_customers$/m);
  });

  test('are named by the metrics and datasets that they belong to', async () => {
    expect((await run(['show', 'revenue'])).out).toMatch(/^segments +traders$/m);
    expect((await run(['show', 'customers'])).out).toMatch(/^segments +traders$/m);
    expect((await run(['show', 'budgets'])).out).toMatch(/^query +select team, amount from shop\.budgets$/m);
    expect((await run(['show', 'trader'])).err).toContain('did you mean: traders');
  });
});
