import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REFUSING_COMPANY, writeDefinitions } from '../support/refusing-company';
import { tenet } from './captured-io';

const folder = mkdtempSync(path.join(tmpdir(), 'tenet-check-cli-'));
const EXAMPLES = {
  path: 'sales/examples.yaml',
  text: `metrics:
  gift_revenue:
    formula: sum(orders.amount)
    where: orders.is_gift
    examples:
      - { story: one gift, orders: [{ amount: 3, is_gift: true }], answer: 3 }
`,
};
beforeAll(() => {
  writeDefinitions(path.join(folder, 'definitions'), [...REFUSING_COMPANY, EXAMPLES]);
  writeDefinitions(path.join(folder, 'sound'), [
    REFUSING_COMPANY[0]!,
    { path: 'sales/all.yaml', text: 'datasets: { a: { table: a, columns: { b: integer } } }\n' },
  ]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = (...argv: readonly string[]) => tenet(['check', ...argv], { cwd: folder });

describe('check', () => {
  test('warns of what will surprise, and of a clause that no example proves', async () => {
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out).toMatch(/^definitions\/sales\/datasets\.yaml:\d+:\d+ {2}warning {2}PATH\.AMBIGUOUS$/m);
    expect(out).toMatch(/^definitions\/sales\/examples\.yaml:4:12 {2}warning {2}EXAMPLE\.UNPROVED_CLAUSE$/m);
    expect(out).toMatch(/6 metrics, 5 datasets, \d+ dimensions: 1 error, 3 warnings in \d+ ms\n$/);
  });

  test('leaves the examples out on demand, and warnings alone are fine', async () => {
    expect((await check('--no-examples')).out).not.toContain('EXAMPLE.');
    const { code, out } = await check('--definitions', 'sound');
    expect(code).toBe(0);
    expect(out).toMatch(/^0 metrics, 1 dataset, 0 dimensions: no findings in \d+ ms\n$/);
  });

  test('as JSON has findings in the order of the text, and the size of the catalog', async () => {
    const { code, out, err } = await check('--format', 'json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const { version, findings, summary } = JSON.parse(out);
    expect(version).toBe(1);
    expect(findings.map((finding: { code: string }) => finding.code)).toEqual([
      'PATH.AMBIGUOUS',
      'DATASET.NOT_PORTABLE',
      'EXAMPLE.UNPROVED_CLAUSE',
      'REFERENCE.UNKNOWN_COLUMN',
    ]);
    expect(findings[3]).toMatchObject({
      severity: 'error',
      hint: 'did you mean "orders.amount"?',
      definition: { kind: 'metric', name: 'lost_revenue' },
      at: { file: 'sales/metrics.yaml' },
    });
    expect(summary).toMatchObject({ errors: 1, warnings: 3, metrics: 6, datasets: 5 });
  });

  test('as SARIF names files from the current folder, and the version of the package', async () => {
    const { code, out, err } = await check('--format', 'sarif');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const { version, runs } = JSON.parse(out);
    expect(version).toBe('2.1.0');
    expect(runs[0].tool.driver.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(runs[0].results.map((result: { level: string }) => result.level)).toEqual([
      'warning',
      'warning',
      'warning',
      'error',
    ]);
    const [location] = runs[0].results[3].locations;
    expect(location.physicalLocation.artifactLocation.uri).toBe('definitions/sales/metrics.yaml');
  });
});
