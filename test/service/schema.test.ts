import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { parse } from 'yaml';
import { PLACES, type Place } from '../../src/metrics/definitions/format/key-order';
import type { DefinitionFile } from '../../src/metrics/definitions/raw';
import { readDefinitions } from '../../src/metrics/definitions/read';
import { placeOfFile } from '../../src/metrics/definitions/read-path';
import { nameFault } from '../../src/metrics/definitions/shapes/names';
import { loadDefinitionFiles } from '../../src/service/definition-files';
import { jsonSchema, type SchemaKind } from '../../src/service/json-schema';
import { type JsonSchema, NAME_RULE } from '../../src/service/json-schema/from-shape';
import { KEY_RULES, KEY_WORDS } from '../../src/service/json-schema/key-words';
import { localNames } from '../../src/service/json-schema/local-names';
import { loadCatalogFrom } from '../../src/service/load-catalog';
import { tenet } from '../cli/captured-io';

const ROOT = path.join(__dirname, '../..');
const DEMOS = ['definitions', 'examples/flights/definitions'].map((folder) => path.join(ROOT, folder));
const KINDS: readonly SchemaKind[] = ['company', 'team', 'definitions'];

const ajv = () => new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictRequired: false });
const isValid = new Map<SchemaKind | null, (value: unknown) => boolean>(
  [null, ...KINDS].map((kind) => [kind, ajv().compile(jsonSchema(kind))]),
);

const kindOf = (file: string): SchemaKind => {
  const { kind } = placeOfFile(file);
  return kind === 'company' || kind === 'team' ? kind : 'definitions';
};

/** What the reader, which knows shapes but no names, says of one file. */
function readerErrors(file: DefinitionFile): readonly string[] {
  const company = { path: 'company.yaml', text: 'zone: UTC\n' };
  const files = file.path === company.path ? [file] : [company, file];
  return readDefinitions(files).diagnostics.flatMap(({ severity, code }) =>
    severity === 'error' ? [code] : [],
  );
}

describe('the schema', () => {
  test.each(DEMOS)('accepts every file under %s', async (folder) => {
    const { files } = await loadDefinitionFiles(folder);
    expect(files.length).toBeGreaterThan(2);
    for (const { path: file, text } of files) {
      for (const kind of [null, kindOf(file)])
        expect({ file, kind, valid: isValid.get(kind)!(parse(text)) }).toEqual({ file, kind, valid: true });
    }
  });

  test.each<readonly [string, string, string]>([
    ['an unknown section', 'a/b.yaml', 'metric: {}'],
    ['an unknown key of a metric', 'a/b.yaml', 'metrics: { a: { formula: x, formla: y } }'],
    ['a metric without a formula', 'a/b.yaml', 'metrics: { a: { label: A } }'],
    ['a metric that is a text', 'a/b.yaml', 'metrics: { a: count(orders) }'],
    ['a name that is not snake_case', 'a/b.yaml', 'metrics: { NetRevenue: { formula: x } }'],
    ['a name that is a word of formulas', 'a/b.yaml', 'metrics: { sum: { formula: x } }'],
    ['a number as a label', 'a/b.yaml', 'metrics: { a: { formula: x, label: 2024 } }'],
    ['an empty formula', 'a/b.yaml', 'metrics: { a: { formula: "  " } }'],
    ['a third way of being better', 'a/b.yaml', 'metrics: { a: { formula: x, better: larger } }'],
    ['a list as the value over no rows', 'a/b.yaml', 'metrics: { a: { formula: x, empty: [0] } }'],
    ['examples that are no list', 'a/b.yaml', 'metrics: { a: { formula: x, examples: { answer: 1 } } }'],
    ['a dataset without columns', 'a/b.yaml', 'datasets: { a: { table: t } }'],
    ['a dataset without table and query', 'a/b.yaml', 'datasets: { a: { columns: {} } }'],
    [
      'a dataset with table and query',
      'a/b.yaml',
      'datasets: { a: { table: t, query: select 1, columns: {} } }',
    ],
    [
      'a column type that does not exist',
      'a/b.yaml',
      'datasets: { a: { table: t, columns: { b: varchar } } }',
    ],
    ['a decimal without scale', 'a/b.yaml', 'datasets: { a: { table: t, columns: { b: decimal } } }'],
    [
      'a join without target',
      'a/b.yaml',
      'datasets: { a: { table: t, columns: {}, joins: { b: { by: c } } } }',
    ],
    ['an empty list of keys', 'a/b.yaml', 'datasets: { a: { table: t, columns: {}, key: [] } }'],
    [
      'an unknown key of a dimension',
      'a/b.yaml',
      'datasets: { a: { table: t, columns: {}, dimensions: { b: { sql: c } } } }',
    ],
    ['a segment of nothing', 'a/b.yaml', 'segments: { a: { where: x } }'],
    ['a version to come', 'a/b.yaml', 'version: 2\nmetrics: {}'],
    ['a company without a zone', 'company.yaml', 'name: X'],
    ['a zone by its abbreviation', 'company.yaml', 'zone: est'],
    ['a currency sign', 'company.yaml', 'zone: UTC\ncurrency: £'],
    ['a week from Tuesday', 'company.yaml', 'zone: UTC\nweek_start: tuesday'],
    ['a clock without an offset', 'company.yaml', 'zone: UTC\nnow: 2024-01-01T00:00:00'],
    ['a limit of nothing', 'company.yaml', 'zone: UTC\nlimits: { max_rows: 0 }'],
    ['an unknown key of a team', 'a/team.yaml', 'colour: red'],
  ])('refuses %s, as the reader does', (_, file, text) => {
    expect(readerErrors({ path: file, text })).not.toEqual([]);
    expect(isValid.get(kindOf(file))!(parse(text))).toBe(false);
    // As a file of any kind a company's settings may be mistaken for a team's, but not those faults.
    expect(isValid.get(null)!(parse(text))).toBe(false);
  });

  test.each<readonly [string, string]>([
    [
      'a/b.yaml',
      'metrics:\ndatasets: { a: { table: t, columns: { b: bigint, c: "decimal( 12 , 2 )", d: { type: timestamp, zone: UTC } } } }',
    ],
    [
      'a/b.yaml',
      'datasets: { a: { query: select 1, key: [b, c], columns: {}, dimensions: { b: , c: {} }, via: { d: e } } }',
    ],
    [
      'a/b.yaml',
      'metrics: { a: { formula: x, empty: null, better: lower, differs_from: { b: { because: c } }, labels: [d] } }',
    ],
    [
      'company.yaml',
      'zone: America/Argentina/Buenos_Aires\nnow: 2024-01-01T00:00:00.5-03:00\nlimits: { max_rows: 5, default_rows: 5 }',
    ],
    ['a/team.yaml', 'label: A\napprovers: [{ name: b }]'],
    ['a/team.yaml', '{}'],
  ])('accepts what the reader accepts: %s %s', (file, text) => {
    expect(readerErrors({ path: file, text })).toEqual([]);
    expect(isValid.get(kindOf(file))!(parse(text))).toBe(true);
    expect(isValid.get(null)!(parse(text))).toBe(true);
  });

  test('agrees with the reader on what a name is', () => {
    const isName = ajv().compile(NAME_RULE);
    const letters = fc.stringMatching(/^[a-zA-Z0-9_ é]{0,8}$/);
    const names = fc.oneof(
      letters,
      fc.string(),
      fc.constantFrom('sum', 'order', 'orders', 'a__b', 'a'.repeat(63), 'a'.repeat(64)),
    );
    fc.assert(fc.property(names, (name) => isName(name) === (nameFault(name, 'metric') === null)));
  });

  test('has one sentence for every key, and rules for keys that exist', () => {
    const keysOf = (schema: JsonSchema): readonly string[] => Object.keys(schema.properties ?? {});
    const within = (schema: JsonSchema, ...way: readonly string[]): JsonSchema => {
      let at = schema;
      for (const key of way) at = at.properties?.[key] ?? {};
      const entry = at.additionalProperties as JsonSchema;
      return entry.anyOf?.find((form) => form.properties !== undefined) ?? entry;
    };
    const file = jsonSchema('definitions');
    const dataset = within(file, 'datasets');
    const schemas: Readonly<Partial<Record<Place, JsonSchema>>> = {
      company: jsonSchema('company'),
      limits: jsonSchema('company').properties!['limits']!,
      team: jsonSchema('team'),
      file,
      dataset,
      metric: within(file, 'metrics'),
      segment: within(file, 'segments'),
      saved_query: within(file, 'saved_queries'),
      column: within(dataset, 'columns'),
      join: within(dataset, 'joins'),
      dimension: within(dataset, 'dimensions'),
    };
    for (const [place, schema] of Object.entries(schemas)) {
      const keys = keysOf(schema);
      expect({ place, keys: [...keys].sort() }).toEqual({
        place,
        keys: Object.keys(KEY_WORDS[place as Place] ?? {}).sort(),
      });
      for (const key of keys)
        expect({ key, text: schema.properties![key]!['description'] }).toEqual({
          key,
          text: expect.stringMatching(/\.$/),
        });
      for (const key of Object.keys(KEY_RULES[place as Place] ?? {})) expect(keys).toContain(key);
      expect(PLACES).toHaveProperty(place);
    }
    expect(Object.keys(KEY_WORDS).sort()).toEqual(Object.keys(schemas).sort());
  });
});

describe('the local schema', () => {
  const demo = async () => {
    const { catalog } = await loadCatalogFrom(DEMOS[0]!);
    return ajv().compile(jsonSchema(null, localNames(catalog!)));
  };

  test('accepts the demo and demands datasets where only they can stand', async () => {
    const valid = await demo();
    const { files } = await loadDefinitionFiles(DEMOS[0]!);
    for (const { path: file, text } of files)
      expect({ file, valid: valid(parse(text)) }).toEqual({ file, valid: true });
    const joinTo = (to: string) => ({
      datasets: { a: { table: 't', columns: {}, joins: { b: { to, by: 'c' } } } },
    });
    expect([valid(joinTo('customers')), valid(joinTo('custommers'))]).toEqual([true, false]);
    const segmentOf = (of: string) => ({ segments: { a: { of, where: 'x' } } });
    expect([valid(segmentOf('orders')), valid(segmentOf('order'))]).toEqual([true, false]);
    const via = (target: string) => ({
      datasets: { a: { table: 't', columns: {}, via: { [target]: 'b' } } },
    });
    expect([valid(via('campaigns')), valid(via('campaign'))]).toEqual([true, false]);
  });

  test('proposes times, joins and units, and forbids none of one’s own', async () => {
    const { catalog } = await loadCatalogFrom(DEMOS[0]!);
    const { metric, dataset } = localNames(catalog!);
    expect(metric!['time']).toEqual({
      examples: expect.arrayContaining(['orders.delivered_at', 'customers.signed_up_on']),
    });
    expect(metric!['unit']).toEqual({ examples: expect.arrayContaining(['GBP', 'orders']) });
    expect(dataset!['time']).toEqual({ examples: expect.arrayContaining(['ordered_at']) });
    expect((await demo())({ metrics: { a: { formula: 'x', time: 'new.day', unit: 'boxes' } } })).toBe(true);
  });
});

describe('tenet schema', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenet-schema-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([[[]], [['company']], [['team']], [['definitions']]])(
    '%j prints a schema of the draft 2020-12',
    async (words) => {
      const { code, out } = await tenet(['schema', ...words], { cwd: folder });
      const schema = JSON.parse(out) as JsonSchema;
      expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
      expect(ajv().validateSchema(schema)).toBe(true);
      expect(code).toBe(0);
    },
  );

  test('--local knows also the names of definitions that are broken', async () => {
    const definitions = path.join(folder, 'definitions');
    cpSync(DEMOS[0]!, definitions, { recursive: true });
    writeFileSync(
      path.join(definitions, 'sales/broken.yaml'),
      'datasets: { parcels: { table: t, key: nothing, columns: {} } }\n',
    );
    const { code, out } = await tenet(['schema', 'definitions', '--local'], { cwd: folder });
    expect(code).toBe(0);
    const valid = ajv().compile(JSON.parse(out) as JsonSchema);
    expect(valid({ segments: { a: { of: 'parcels', where: 'x' } } })).toBe(true);
    expect(valid({ segments: { a: { of: 'letters', where: 'x' } } })).toBe(false);
  });

  test('--local without definitions is the environment’s fault', async () => {
    expect((await tenet(['schema', '--local', '--definitions', 'nowhere'], { cwd: folder })).code).toBe(3);
  });
});
