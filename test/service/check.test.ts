import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DefinitionFile } from '../../src/metrics/definitions/raw';
import { byPlace, type CheckReport, checkDefinitions } from '../../src/service/check';
import { REFUSING_COMPANY, writeDefinitions } from '../support/refusing-company';

const COMPANY: DefinitionFile = { path: 'company.yaml', text: 'zone: Europe/London\nweek_start: sunday\n' };

/** One team with these definitions. */
const company = (text: string): readonly DefinitionFile[] => [COMPANY, { path: 'sales/all.yaml', text }];

/** `sales/all.yaml:3 error CODE`, by place. */
const lines = ({ diagnostics }: CheckReport): readonly string[] =>
  diagnostics.map(({ at, severity, code }) => `${at.file}:${at.start.line} ${severity} ${code}`);

const SOUND = `datasets:
  addresses:
    table: shop.addresses
    key: address_id
    columns: { address_id: bigint }
  orders:
    table: shop.orders
    key: order_id
    columns: { order_id: bigint, address_id: bigint, ordered_at: timestamptz, amount: integer }
    joins: { addresses: { to: addresses, by: address_id } }
    dimensions: { week: { formula: extract(week from ordered_at) } }
metrics:
  revenue:
    formula: sum(orders.amount)
    examples:
      - { story: one order, orders: [{ amount: 3 }], answer: 4 }
`;

describe('a check of definitions', () => {
  test('puts together what the files, the catalog, the rules and the examples say, by place', async () => {
    const report = await checkDefinitions(company(SOUND), { examples: true });
    expect(lines(report)).toEqual([
      'sales/all.yaml:10 warning JOIN.UNUSED',
      'sales/all.yaml:11 warning GRAIN.WEEK_NUMBER',
      'sales/all.yaml:16 error EXAMPLE.WRONG_ANSWER',
    ]);
    expect(report.catalog?.metrics.has('revenue')).toBe(true);
    expect(report.files.map((file) => file.path)).toEqual(['company.yaml', 'sales/all.yaml']);
    expect(Number.isInteger(report.ms)).toBe(true);
  });

  test('leaves the examples out where they are not asked for', async () => {
    const report = await checkDefinitions(company(SOUND), { examples: false });
    expect(lines(report)).toEqual([
      'sales/all.yaml:10 warning JOIN.UNUSED',
      'sales/all.yaml:11 warning GRAIN.WEEK_NUMBER',
    ]);
  });

  test('calls no join unused while a definition is broken that may use it', async () => {
    const broken = `${SOUND}  typo: { formula: sum(orders.amuont) filter (where orders.addresses.address_id > 3) }\n`;
    expect(lines(await checkDefinitions(company(broken), { examples: false }))).toEqual([
      'sales/all.yaml:11 warning GRAIN.WEEK_NUMBER',
      'sales/all.yaml:17 error REFERENCE.UNKNOWN_COLUMN',
    ]);
  });

  test('checks what it can without a company, and without anything', async () => {
    const report = await checkDefinitions(
      [{ path: 'sales/all.yaml', text: 'metrics: { a: { formula: b } }' }],
      {
        examples: true,
      },
    );
    expect(report.catalog).toBeNull();
    expect(lines(report)).toEqual(
      expect.arrayContaining(['sales/all.yaml:1 error REFERENCE.UNKNOWN_METRIC']),
    );
    expect((await checkDefinitions([], { examples: true })).diagnostics.map(({ code }) => code)).toEqual([
      'COMPANY.MISSING',
    ]);
  });

  test('finds the same in a folder as in its files, and a folder that is away is no finding', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tenet-check-'));
    try {
      writeDefinitions(folder, REFUSING_COMPANY);
      const [read, given] = [
        await checkDefinitions(folder, { examples: true }),
        await checkDefinitions(REFUSING_COMPANY, { examples: true }),
      ];
      expect(read.diagnostics).toEqual(given.diagnostics);
      expect(lines(read)).toEqual([
        'sales/datasets.yaml:21 warning PATH.AMBIGUOUS',
        'sales/datasets.yaml:32 warning DATASET.NOT_PORTABLE',
        'sales/metrics.yaml:8 error REFERENCE.UNKNOWN_COLUMN',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
    await expect(checkDefinitions(folder, { examples: true })).rejects.toMatchObject({
      code: 'ENVIRONMENT.FILE',
    });
  });
});

test('findings are ordered by file, line and column, and else as they were found', () => {
  const at = (file: string, line: number, column: number, message: string) => ({
    code: 'YAML.SYNTAX' as const,
    severity: 'error' as const,
    message,
    at: { file, start: { line, column }, end: { line, column } },
  });
  const found = [
    at('b', 1, 1, 'e'),
    at('a', 10, 1, 'd'),
    at('a', 9, 2, 'b'),
    at('a', 9, 2, 'c'),
    at('a', 9, 1, 'a'),
  ];
  expect(byPlace(found).map(({ message }) => message)).toEqual(['a', 'b', 'c', 'd', 'e']);
});
