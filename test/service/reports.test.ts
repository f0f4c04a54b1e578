import Ajv from 'ajv/dist/2020';
import { CODES } from '../../src/base/codes';
import type { Diagnostic, Span } from '../../src/base/diagnostic';
import { loadCatalog } from '../../src/service/load-catalog';
import { toJson } from '../../src/service/reports/to-json';
import { toSarif } from '../../src/service/reports/to-sarif';
import { SARIF_SCHEMA } from './reports-sarif-schema';

const isSarif = new Ajv({ allErrors: true }).compile(SARIF_SCHEMA);
const OPTIONS = { root: 'definitions', version: '1.2.3' };

const span = (file: string, line: number, from: number, to: number): Span => ({
  file,
  start: { line, column: from },
  end: { line, column: to },
});
const bare: Diagnostic = {
  code: 'FILE.UNEXPECTED',
  severity: 'warning',
  message: '"readme.yaml" is not read.',
  at: span('readme.yaml', 1, 1, 1),
};
const full: Diagnostic = {
  code: 'NAME.DUPLICATE',
  severity: 'error',
  message: 'The name "orders" of this dataset is taken by another dataset.',
  hint: 'rename one of them',
  definition: { kind: 'dataset', name: 'orders' },
  at: span('sales/orders.yaml', 3, 3, 9),
  related: [{ message: 'The dataset "orders" is here.', at: span('marketing/orders.yaml', 7, 3, 9) }],
};

describe('the JSON report', () => {
  test('has every key of every finding, and counts', () => {
    expect(toJson([bare, full])).toEqual({
      version: 1,
      findings: [
        {
          code: 'FILE.UNEXPECTED',
          severity: 'warning',
          message: '"readme.yaml" is not read.',
          hint: null,
          definition: null,
          at: { file: 'readme.yaml', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
          related: [],
        },
        {
          code: 'NAME.DUPLICATE',
          severity: 'error',
          message: 'The name "orders" of this dataset is taken by another dataset.',
          hint: 'rename one of them',
          definition: { kind: 'dataset', name: 'orders' },
          at: { file: 'sales/orders.yaml', start: { line: 3, column: 3 }, end: { line: 3, column: 9 } },
          related: [
            {
              message: 'The dataset "orders" is here.',
              at: {
                file: 'marketing/orders.yaml',
                start: { line: 7, column: 3 },
                end: { line: 7, column: 9 },
              },
            },
          ],
        },
      ],
      summary: { errors: 1, warnings: 1 },
    });
  });

  test('of nothing is a report too', () => {
    expect(toJson([])).toEqual({ version: 1, findings: [], summary: { errors: 0, warnings: 0 } });
  });

  test('is what it was after a way through text', () => {
    const report = toJson([bare, full]);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('the SARIF log', () => {
  test('is valid, and so is one of nothing', () => {
    expect(isSarif(toSarif([bare, full], OPTIONS)) || isSarif.errors).toBe(true);
    expect(isSarif(toSarif([], OPTIONS)) || isSarif.errors).toBe(true);
  });

  test('is refused by the schema when it is wrong', () => {
    const log = toSarif([full], OPTIONS);
    const [run] = log.runs;
    const [result] = run.results;
    expect(isSarif({ ...log, version: '2.0.0' })).toBe(false);
    expect(isSarif({ ...log, runs: [{ ...run, results: [{ ...result, message: undefined }] }] })).toBe(false);
    const absolute = {
      artifactLocation: { uri: '/a.yaml' },
      region: result!.locations[0]!.physicalLocation.region,
    };
    expect(
      isSarif({
        ...log,
        runs: [{ ...run, results: [{ ...result, locations: [{ physicalLocation: absolute }] }] }],
      }),
    ).toBe(false);
  });

  test('has a rule with help for each code that occurs, once, and points to it', () => {
    const [{ tool, results }] = toSarif([full, bare, full], OPTIONS).runs;
    expect(tool.driver).toMatchObject({ name: 'Tenet', version: '1.2.3' });
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['FILE.UNEXPECTED', 'NAME.DUPLICATE']);
    for (const { id, shortDescription, help } of tool.driver.rules) {
      expect(shortDescription.text).toBe(CODES[id].cause);
      expect(help.text).toContain(CODES[id].remedy);
    }
    expect(results.map(({ ruleId, ruleIndex }) => [ruleId, tool.driver.rules[ruleIndex]?.id])).toEqual([
      ['NAME.DUPLICATE', 'NAME.DUPLICATE'],
      ['FILE.UNEXPECTED', 'FILE.UNEXPECTED'],
      ['NAME.DUPLICATE', 'NAME.DUPLICATE'],
    ]);
  });

  test('tells level, message with hint, definition and related places', () => {
    const [{ results }] = toSarif([full], OPTIONS).runs;
    expect(results[0]).toMatchObject({
      level: 'error',
      message: {
        text: 'The name "orders" of this dataset is taken by another dataset. Hint: rename one of them',
      },
      locations: [
        { logicalLocations: [{ name: 'orders', kind: 'dataset', fullyQualifiedName: 'dataset orders' }] },
      ],
      relatedLocations: [
        {
          id: 0,
          message: { text: 'The dataset "orders" is here.' },
          physicalLocation: {
            artifactLocation: { uri: 'definitions/marketing/orders.yaml' },
            region: { startLine: 7 },
          },
        },
      ],
    });
  });

  test.each([
    ['definitions', 'sales/orders.yaml', 'definitions/sales/orders.yaml'],
    ['', 'sales/orders.yaml', 'sales/orders.yaml'],
    ['./metrics/definitions/', 'company.yaml', 'metrics/definitions/company.yaml'],
    ['metrics\\definitions', 'company.yaml', 'metrics/definitions/company.yaml'],
    ['../shared', 'company.yaml', '../shared/company.yaml'],
    ['definitions', 'café team/a#b:100%.yaml', 'definitions/caf%C3%A9%20team/a%23b%3A100%25.yaml'],
    ['', 'c:d/e.yaml', 'c%3Ad/e.yaml'],
  ])('under "%s" calls "%s" %s', (root, file, uri) => {
    const log = toSarif([{ ...bare, at: span(file, 1, 1, 2) }], { ...OPTIONS, root });
    expect(isSarif(log) || isSarif.errors).toBe(true);
    expect(log.runs[0].results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('counts columns in UTF-16 units, which it says', async () => {
    const text = 'metrics:\n  a: { description: "🦊🦊", formula: count(ordres) }\n';
    const { diagnostics } = await loadCatalog([
      { path: 'company.yaml', text: 'zone: UTC\n' },
      { path: 'sales/a.yaml', text },
    ]);
    const [run] = toSarif(diagnostics, OPTIONS).runs;
    expect(run.columnKind).toBe('utf16CodeUnits');
    const { startLine, startColumn, endColumn } = run.results[0]!.locations[0]!.physicalLocation.region;
    const line = text.split('\n')[startLine - 1] ?? '';
    expect(line.slice(startColumn - 1, endColumn - 1)).toBe('ordres');
  });
});
