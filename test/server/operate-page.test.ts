import { readFileSync } from 'node:fs';
import path from 'node:path';
import { COMPANY_SHAPE, companyOf, LIMIT_KEYS } from '../../src/metrics/definitions/shapes/company';
import { ServerMetrics } from '../../src/server/observe/server-metrics';
import type { ServingTenet } from '../../src/server/serving-tenet';

const PAGE = readFileSync(path.resolve(__dirname, '../../docs/guides/operate.md'), 'utf8');

/** The rows of the table that opens with this cell: the names in the first cell, and the last cell. */
function table(head: string): (readonly [readonly string[], string])[] {
  const from = PAGE.indexOf(`| ${head} |`);
  const rows = PAGE.slice(from, PAGE.indexOf('\n\n', from)).split('\n').slice(2);
  return rows.map((row) => {
    const cells = row.split('|').map((cell) => cell.trim());
    return [
      [...(cells[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
      cells.at(-2) ?? '',
    ] as const;
  });
}

test('the page on operating lists every limit with its default', () => {
  const { limits } = companyOf(COMPANY_SHAPE.parse({ zone: 'UTC' }));
  const defaults = Object.entries(limits).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    String(value),
  ]);
  const listed = table('key').map(([names, value]) => [...names, value]);
  expect(listed).toEqual(expect.arrayContaining(defaults));
  expect(listed.map(([name]) => name)).toEqual(LIMIT_KEYS);
});

test('the page on operating lists every metric', async () => {
  const catalog = {
    broken: new Map(),
    lastGood: null,
    metrics: new Map(),
    dimensions: new Map(),
    datasets: new Map(),
    segments: new Map(),
  };
  const load = () => ({ slots: 1, running: 0, waiting: 0, sentBack: 0 });
  const metrics = new ServerMetrics({ current: { catalog, engine: { load } } } as unknown as ServingTenet);
  const exposed = [...(await metrics.text()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  metrics.close();
  expect(
    table('metric')
      .flatMap(([names]) => names)
      .sort(),
  ).toEqual(exposed.sort());
});
