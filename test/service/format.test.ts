import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { isMap, parseDocument } from 'yaml';
import { Failure } from '../../src/base/failure';
import { formatFile } from '../../src/metrics/definitions/format/format-file';
import { readDefinitions } from '../../src/metrics/definitions/read';
import { loadDefinitionFiles } from '../../src/service/definition-files';
import { formatDefinitions } from '../../src/service/format-definitions';
import { tenet } from '../cli/captured-io';
import { KEY_ORDERS, randomDefinitions } from './format-documents';

const ROOT = path.join(__dirname, '../..');
const DEMO = path.join(ROOT, 'definitions');
const FILE = 'sales/orders.yaml';
const COMPANY = { path: 'company.yaml', text: 'zone: UTC\n' };

const format = (text: string, file = FILE): string => {
  const { text: formatted, diagnostics } = formatFile({ path: file, text });
  expect(diagnostics).toEqual([]);
  return formatted;
};

/** What the reader makes of a file, without places. */
function reading(text: string): unknown {
  const raw = readDefinitions([COMPANY, { path: FILE, text }]);
  const values = (definitions: readonly { name: string; value: unknown }[]): unknown =>
    definitions.map(({ name, value }) => ({ name, value }));
  return {
    datasets: values(raw.datasets),
    metrics: values(raw.metrics),
    segments: values(raw.segments),
    broken: raw.broken.map(({ kind, name, value }) => ({ kind, name, value })),
    findings: raw.diagnostics.map(({ code, message }) => `${code} ${message}`).sort(),
  };
}

/** Names in the order of the file. */
function keysAt(text: string, ...way: readonly string[]): readonly string[] {
  const node = way.length === 0 ? parseDocument(text).contents : parseDocument(text).getIn(way);
  return isMap(node) ? node.items.map(({ key }) => String(key)) : [];
}

const commentsIn = (text: string): readonly string[] => (text.match(/# comment-\d+\./g) ?? []).sort();

describe('a file of definitions', () => {
  test('has words first, whatever the order was', () => {
    const text = `metrics:
  revenue:
    examples: []
    empty: 0
    better: higher
    formula: sum(orders.amount)
    time: orders.ordered_at
    where: orders.paid
    owner: sales
    description: Money
    question: How much?
    unit: GBP
    label: Revenue
    decision: Budget
datasets:
  orders:
    dimensions: { channel: { formula: lower(channel), description: Where, label: Channel } }
    columns: { channel: string }
    table: shop.orders
    description: Orders
segments:
  big: { where: orders.amount > 5, of: orders, label: Big }
version: 1
`;
    expect(format(text)).toBe(`version: 1

metrics:
  revenue:
    label: Revenue
    question: How much?
    decision: Budget
    description: Money
    formula: sum(orders.amount)
    where: orders.paid
    time: orders.ordered_at
    unit: GBP
    better: higher
    empty: 0
    owner: sales
    examples: []

datasets:
  orders:
    description: Orders
    table: shop.orders
    columns: { channel: string }
    dimensions: { channel: { label: Channel, description: Where, formula: lower(channel) } }

segments:
  big: { label: Big, of: orders, where: orders.amount > 5 }
`);
  });

  test('keeps short braces on one line and breaks long ones', () => {
    const columns = Array.from({ length: 12 }, (_, i) => `column_${i}:bigint`.replace(':', ' :   '));
    const text = `datasets:
  orders:
    columns: {   ${columns.join('  ,  ')}   }
    joins:
       customers:   {to: customers,by: [customer_id,  region]}
    dimensions:
       channel: { description: A description that is long enough to leave no room for a formula behind it, formula: lower(channel) }
`;
    expect(format(text)).toBe(`datasets:
  orders:
    columns:
      { column_0: bigint, column_1: bigint, column_2: bigint, column_3: bigint, column_4: bigint,
        column_5: bigint, column_6: bigint, column_7: bigint, column_8: bigint, column_9: bigint,
        column_10: bigint, column_11: bigint }
    joins:
      customers: { to: customers, by: [customer_id, region] }
    dimensions:
      channel:
        description: A description that is long enough to leave no room for a formula behind it
        formula: lower(channel)
`);
  });

  test('keeps every comment with what it is about', () => {
    const text = `# about the file

# about the metrics
metrics:   # the section
  # about b
  b:
      # about the formula
      formula: count(orders)      # behind it
      label: B # the name
      # below b
  # about a
  a: { formula: count(orders), # inside
       label: A }   # behind a


  # at the end
`;
    expect(format(text)).toBe(`# about the file

# about the metrics
metrics: # the section
  # about b
  b:
    label: B # the name
    # about the formula
    formula: count(orders) # behind it
    # below b

  # about a
  a: # behind a
    label: A
    formula: count(orders) # inside

  # at the end
`);
  });

  test('keeps texts of several lines as they are written', () => {
    const text = `metrics:
    a:
        formula: >-
              sum(orders.amount)
              / count(orders)
        description:
              goes on
                 and on
        where: |
             orders.paid

               and not orders.test
        question: 'is it
           so?'
`;
    expect(format(text)).toBe(`metrics:
  a:
    question: 'is it
      so?'
    description: goes on
      and on
    formula: >-
      sum(orders.amount)
      / count(orders)
    where: |
      orders.paid

        and not orders.test
`);
  });

  test('has one blank line between definitions, and none is put between those of one line', () => {
    const text =
      'metrics:\n  a: {formula: x}\n  b: {formula: x}\n  c:\n    formula: x\n\n\n\n  d:\n    formula: x\n';
    expect(format(text)).toBe(
      'metrics:\n  a: { formula: x }\n  b: { formula: x }\n\n  c:\n    formula: x\n\n  d:\n    formula: x\n',
    );
  });

  test('keeps its line ends and its byte order mark', () => {
    expect(format('\ufeffversion:   1\r\nmetrics:\r\n    a:  {formula: x}\r\n')).toBe(
      '\ufeffversion: 1\r\n\r\nmetrics:\r\n  a: { formula: x }\r\n',
    );
  });

  test('with a syntax error is left alone, with its finding', () => {
    const text = 'metrics:\n   a: { formula: x\n';
    const { text: formatted, diagnostics } = formatFile({ path: FILE, text });
    expect(formatted).toBe(text);
    expect(diagnostics).toMatchObject([{ code: 'YAML.SYNTAX', at: { file: FILE } }]);
  });

  test.each([
    ['an alias', 'metrics:\n  a: &x { formula: y }\n  b: *x\n', 'YAML.ALIAS'],
    ['a tag', 'metrics:\n  a: { formula: !!str y }\n', 'YAML.ALIAS'],
    ['a key that stands twice', 'metrics:\n  a: { formula: y, formula: z }\n', 'YAML.DUPLICATE_KEY'],
    ['a second document', 'metrics: {}\n---\nmetrics: {}\n', 'YAML.DOCUMENTS'],
    ['a hidden character', 'metrics:\n  a: { formula: "x\\0" }\n', 'SHAPE.TEXT'],
    ['no mapping', '- a\n', 'SHAPE.WRONG_TYPE'],
  ])('with %s is left alone', (_, text, code) => {
    const { text: formatted, diagnostics } = formatFile({ path: FILE, text });
    expect(formatted).toBe(text);
    expect(diagnostics[0]).toMatchObject({ code });
  });

  test.each(['', '\n\n', '# only a comment\n', '{}\n', 'metrics:\n'])('of nothing is fine: %j', (text) => {
    expect(format(format(text))).toBe(format(text));
  });
});

describe('settings', () => {
  test('of the company and of a team have their keys in order', () => {
    expect(format('limits: {max_rows: 5,default_rows: 2}\nzone: UTC\nname: X\n', 'company.yaml')).toBe(
      'name: X\nzone: UTC\nlimits: { default_rows: 2, max_rows: 5 }\n',
    );
    expect(format('owner: a\nlabel: Sales\n', 'sales/team.yaml')).toBe('label: Sales\nowner: a\n');
  });
});

describe('random files', () => {
  const runs = { numRuns: Number(process.env['TENET_RUNS'] ?? 300) };

  test('mean the same afterwards, with every comment, and formatting again changes nothing', () => {
    let parsed = 0;
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const text = randomDefinitions(draw);
        const { text: formatted, diagnostics } = formatFile({ path: FILE, text });
        if (diagnostics.length > 0) {
          expect(formatted).toBe(text);
          return;
        }
        parsed += 1;
        expect(reading(formatted)).toEqual(reading(text));
        expect(commentsIn(formatted)).toEqual(commentsIn(text));
        expect(formatFile({ path: FILE, text: formatted })).toEqual({ text: formatted, diagnostics: [] });
      }),
      runs,
    );
    expect(parsed).toBeGreaterThan(runs.numRuns * 0.7);
  });

  test('have definitions in the author’s order and keys in ours', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const text = randomDefinitions(draw);
        const { text: formatted, diagnostics } = formatFile({ path: FILE, text });
        if (diagnostics.length > 0) return;
        for (const [section, order] of Object.entries(KEY_ORDERS)) {
          const names = keysAt(formatted, section);
          expect(names).toEqual(keysAt(text, section));
          for (const name of names) {
            const ranks = keysAt(formatted, section, name).map((key) => order.indexOf(key));
            const known = ranks.filter((rank) => rank >= 0);
            expect(known).toEqual([...known].sort((a, b) => a - b));
            expect(ranks.slice(0, known.length)).toEqual(known);
          }
        }
      }),
      runs,
    );
  });

  test('made of the demo by changing characters are formatted or left, never broken', async () => {
    const { files } = await loadDefinitionFiles(DEMO);
    const change = fc.record({
      file: fc.constantFrom(...files),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat({ max: 12 }),
      text: fc.constantFrom(
        '',
        ' ',
        '\n',
        '#',
        ': ',
        '- ',
        '{',
        '}',
        '[',
        ']',
        ',',
        "'",
        '"',
        '|\n',
        '&a ',
        '\t',
        '\u0000',
        '# x\n',
        '? ',
      ),
    });
    fc.assert(
      fc.property(change, ({ file, at, length, text }) => {
        const from = Math.floor(at * file.text.length);
        const changed = file.text.slice(0, from) + text + file.text.slice(from + length);
        const formatted = formatFile({ path: file.path, text: changed });
        if (formatted.diagnostics.length > 0) expect(formatted.text).toBe(changed);
        else expect(formatFile({ path: file.path, text: formatted.text }).text).toBe(formatted.text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('tenet fmt', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenet-fmt-'));
  const definitions = path.join(folder, 'definitions');
  const orders = path.join(definitions, FILE);
  const demo = readFileSync(path.join(DEMO, FILE), 'utf8');
  const untidy = demo.replace('key: order_id', 'key:   order_id');

  beforeAll(() => {
    cpSync(DEMO, definitions, { recursive: true });
    expect(untidy).not.toBe(demo);
  });
  beforeEach(() => writeFileSync(orders, demo));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(['definitions', 'examples/flights/definitions'])('finds nothing to do in %s', async (name) => {
    const { code, out } = await tenet(['fmt', '--check', name], { cwd: ROOT });
    expect(out).toMatch(/^\d+ files: nothing to do\n$/);
    expect(code).toBe(0);
  });

  test('--check names what is not formatted, exits 1 and writes nothing', async () => {
    writeFileSync(orders, untidy);
    const { code, out } = await tenet(['fmt', '--check'], { cwd: folder });
    expect(out).toMatch(/^not formatted: definitions\/sales\/orders\.yaml\n\d+ files: 1 not formatted\n$/);
    expect(code).toBe(1);
    expect(readFileSync(orders, 'utf8')).toBe(untidy);
  });

  test('writes what it formats and nothing else', async () => {
    writeFileSync(orders, untidy);
    const { code, out } = await tenet(['fmt'], { cwd: folder });
    expect(out).toContain('formatted: definitions/sales/orders.yaml\n');
    expect(code).toBe(0);
    expect(readFileSync(orders, 'utf8')).toBe(demo);
  });

  test.each(['definitions/sales', 'definitions/sales/orders.yaml'])('takes %s alone', async (name) => {
    writeFileSync(orders, untidy);
    const { out } = await tenet(['fmt', '--check', name], { cwd: folder });
    expect(out).toContain('not formatted: definitions/sales/orders.yaml\n');
    expect(out).not.toContain('11 files');
  });

  test('shows why a file is left as it is, and exits 1', async () => {
    writeFileSync(orders, 'metrics:\n  a: {\n');
    const { code, out } = await tenet(['fmt', 'definitions/sales'], { cwd: folder });
    expect(out).toMatch(/^definitions\/sales\/orders\.yaml:\d+:\d+ {2}error {2}YAML\.SYNTAX\n/);
    expect(out).toMatch(/: 1 left as it is\n$/);
    expect(code).toBe(1);
    expect(readFileSync(orders, 'utf8')).toBe('metrics:\n  a: {\n');
  });

  test.each([
    ['.', 2, 'USAGE.INVALID'],
    ['nowhere', 3, 'ENVIRONMENT.FILE'],
  ])('of %s exits %d', async (name, exit, message) => {
    const { code, err } = await tenet(['fmt', name], { cwd: tmpdir() });
    expect(err).toContain(message);
    expect(code).toBe(exit);
  });

  test('reads each file once, however often it is named', async () => {
    const { files } = await formatDefinitions({
      paths: [definitions, orders, path.dirname(orders)],
      write: false,
    });
    expect(new Set(files.map((file) => file.path)).size).toBe(files.length);
    await expect(formatDefinitions({ paths: [path.join(folder, 'x.txt')], write: false })).rejects.toThrow(
      Failure,
    );
  });
});
