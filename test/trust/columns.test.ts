import { openDuckdb } from '../../src/engines/duckdb/open-duckdb';
import type { Engine } from '../../src/engines/engine';
import { columnsBlock, type DeclaredColumn } from '../../src/metrics/definitions/columns/columns-block';
import { writeColumns } from '../../src/metrics/definitions/columns/write-columns';
import { readDefinitions } from '../../src/metrics/definitions/read';
import { proposeColumns, proposeDatasetColumns } from '../../src/service/columns';

const COLUMNS: readonly DeclaredColumn[] = [
  { name: 'id', declared: 'bigint' },
  { name: 'amount', declared: 'decimal(12,2)' },
  { name: 'at', declared: 'timestamp', zone: 'America/New_York' },
];
const BLOCK = "{ id: bigint, amount: 'decimal(12,2)', at: { type: timestamp, zone: America/New_York } }";

/** The dataset as the reader of definitions sees it. */
function readDataset(text: string, name = 'orders') {
  const { datasets, diagnostics } = readDefinitions([
    { path: 'company.yaml', text: 'zone: Europe/London\n' },
    { path: 'sales/orders.yaml', text },
  ]);
  expect(diagnostics).toEqual([]);
  return datasets.find((dataset) => dataset.name === name)?.value;
}

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

describe('proposing', () => {
  test('every type that Tenet reads is declared, the others are skipped with a reason', () => {
    const proposed = proposeColumns([
      { name: 'id', engineType: 'BIGINT', declared: 'bigint' },
      { name: 'tags', engineType: 'VARCHAR[]', declared: null },
      { name: 'amount', engineType: 'DECIMAL(12,2)', declared: 'decimal(12,2)' },
      { name: 'odd\nname', engineType: 'INTEGER', declared: 'integer' },
    ]);
    expect(proposed.yaml).toBe("{ id: bigint, amount: 'decimal(12,2)' }");
    expect(proposed.skipped).toEqual([
      { name: 'tags', engineType: 'VARCHAR[]', reason: 'its type VARCHAR[] is none that Tenet reads' },
      {
        name: 'odd\nname',
        engineType: 'INTEGER',
        reason: 'its name holds a character that a definition may not hold',
      },
    ]);
  });

  test('a zone that is declared stays with a timestamp and goes with any other type', () => {
    const zones = new Map([
      ['a', 'Asia/Tokyo'],
      ['b', 'Asia/Tokyo'],
    ]);
    const { yaml } = proposeColumns(
      [
        { name: 'a', engineType: 'TIMESTAMP', declared: 'timestamp' },
        { name: 'b', engineType: 'DATE', declared: 'date' },
      ],
      zones,
    );
    expect(yaml).toBe('{ a: { type: timestamp, zone: Asia/Tokyo }, b: date }');
  });

  test('long lists are broken into lines, an empty one is an empty mapping', () => {
    const columns = Array.from({ length: 40 }, (_, index) => ({
      name: `column_${index}`,
      declared: 'decimal(12,2)',
    }));
    const block = columnsBlock(columns);
    for (const line of block.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(block.split('\n').length).toBeLessThan(20);
    expect(columnsBlock([])).toBe('{}');
  });

  test('any name reads back as it was', () => {
    const names = [
      'a b',
      "it's",
      'on',
      'No',
      'null',
      '1',
      '1.5',
      '~',
      'a: b',
      '# x',
      '{',
      '"',
      'é',
      '🦆',
      '__proto__',
      '- a',
      'a,b',
      ' a ',
    ];
    const columns = names.map((name) => ({ name, declared: 'string' }));
    const text = writeColumns(lines('datasets:', '  orders:', '    table: orders'), 'orders', columns);
    expect(Object.keys(readDataset(text)?.columns ?? {})).toEqual([
      '1',
      ...names.filter((name) => name !== '1'),
    ]);
  });
});

/** What the file says before and after; `BLOCK` is the proposal. */
const CASES: readonly { readonly what: string; readonly before: string; readonly after: string }[] = [
  {
    what: 'a flow mapping on its own line, and comments around it',
    before: lines(
      '# Orders of the shop',
      'datasets:',
      '  orders:             # one row per order',
      '    table: shop.orders',
      '    columns:          # filled by the tool',
      '      { old: string,',
      '        other: bigint }  # behind',
      '    # about the key',
      '    key: id',
    ),
    after: lines(
      '# Orders of the shop',
      'datasets:',
      '  orders:             # one row per order',
      '    table: shop.orders',
      '    columns:          # filled by the tool',
      `      ${BLOCK}  # behind`,
      '    # about the key',
      '    key: id',
    ),
  },
  {
    what: 'a flow mapping behind its key',
    before: lines('datasets:', '  orders:', '    columns: { old: string } # all', '    table: orders'),
    after: lines('datasets:', '  orders:', `    columns: ${BLOCK} # all`, '    table: orders'),
  },
  {
    what: 'a block mapping',
    before: lines(
      'datasets:',
      '  orders:',
      '    table: orders',
      '    columns:',
      '      old: string',
      '      id: integer',
      '',
      '    key: id',
    ),
    after: lines(
      'datasets:',
      '  orders:',
      '    table: orders',
      '    columns:',
      `      ${BLOCK}`,
      '',
      '    key: id',
    ),
  },
  {
    what: 'a block mapping at the end of a file without a last line end',
    before: 'datasets:\n  orders:\n    table: orders\n    columns:\n      old: string',
    after: `datasets:\n  orders:\n    table: orders\n    columns:\n      ${BLOCK}`,
  },
  {
    what: 'a block mapping with comments, which stay with their columns',
    before: lines(
      'datasets:',
      '  orders:',
      '    table: orders',
      '    columns:',
      '      # the surrogate key',
      '      id: bigint      # never re-used',
      "      amount: 'decimal(9,2)'",
      '      # gone since May',
      '      old: string     # do not use',
      '    key: id',
    ),
    after: lines(
      'datasets:',
      '  orders:',
      '    table: orders',
      '    columns:',
      '      # the surrogate key',
      '      {',
      '        id: bigint, # never re-used',
      "        amount: 'decimal(12,2)',",
      '        at: { type: timestamp, zone: America/New_York }',
      '        # gone since May',
      '        # do not use',
      '      }',
      '    key: id',
    ),
  },
  {
    what: 'a flow mapping with comments behind its key',
    before: lines(
      'datasets:',
      '  orders:',
      '    table: orders',
      '    columns: { # all of them',
      '      id: bigint, # never re-used',
      '      at: { type: timestamp, # on the wall',
      '            zone: America/New_York },',
      "      'amount': bigint # '# no comment'",
      '      # the rest is secret',
      '    }',
    ),
    after: lines(
      'datasets:',
      '  orders:',
      '    table: orders',
      '    columns: {',
      '        # all of them',
      '        id: bigint, # never re-used',
      "        amount: 'decimal(12,2)', # '# no comment'",
      '        at: { type: timestamp, zone: America/New_York } # on the wall',
      '        # the rest is secret',
      '      }',
    ),
  },
  {
    what: 'a key without a value',
    before: lines('datasets:', '  orders:', '    columns:   # to do', '    table: orders'),
    after: lines('datasets:', '  orders:', '    columns:   # to do', `      ${BLOCK}`, '    table: orders'),
  },
  {
    what: 'a value that is no mapping',
    before: lines('datasets:', '  orders:', '    columns: null', '    table: orders'),
    after: lines('datasets:', '  orders:', `    columns: ${BLOCK}`, '    table: orders'),
  },
  {
    what: 'no columns: they come behind table, key and time',
    before: lines(
      'datasets:',
      '  orders:',
      '    table: orders',
      '    key:',
      '      - id   # the first',
      '      - at   # the second',
      '    # what leads elsewhere',
      '    dimensions: { id: }',
      'metrics: {}',
    ),
    after: lines(
      'datasets:',
      '  orders:',
      '    table: orders',
      '    key:',
      '      - id   # the first',
      '      - at   # the second',
      '    columns:',
      `      ${BLOCK}`,
      '    # what leads elsewhere',
      '    dimensions: { id: }',
      'metrics: {}',
    ),
  },
  {
    what: 'no columns, behind a query in a block text',
    before: lines(
      'datasets:',
      '  orders:',
      '    query: |',
      '      select *',
      '      from raw',
      '    dimensions: { id: }',
    ),
    after: lines(
      'datasets:',
      '  orders:',
      '    query: |',
      '      select *',
      '      from raw',
      '    columns:',
      `      ${BLOCK}`,
      '    dimensions: { id: }',
    ),
  },
  {
    what: 'no columns, at the end of a file without a last line end',
    before: 'datasets:\n  orders:\n    table: orders',
    after: `datasets:\n  orders:\n    table: orders\n    columns:\n      ${BLOCK}`,
  },
  {
    what: 'a dataset in flow style with columns',
    before: lines(
      'datasets: { orders: { columns: { old: string }, table: orders }, b: { table: b, columns: {} } } # end',
    ),
    after: lines(
      `datasets: { orders: { columns: ${BLOCK}, table: orders }, b: { table: b, columns: {} } } # end`,
    ),
  },
  {
    what: 'a dataset in flow style without columns',
    before: lines('datasets: { orders: { table: orders, key: id, }, b: { table: b, columns: {} } }'),
    after: lines(
      `datasets: { orders: { table: orders, key: id, columns: ${BLOCK}, }, b: { table: b, columns: {} } }`,
    ),
  },
  {
    what: 'a dataset in flow style with an empty key',
    before: lines('datasets: { orders: { columns, table: orders } }'),
    after: lines(`datasets: { orders: { columns: ${BLOCK}, table: orders } }`),
  },
  {
    what: 'the dataset asked for, and no other of a like name',
    before: lines(
      'metrics: { orders: { formula: count(o) } }',
      'datasets:',
      '  orders_old:',
      '    table: a',
      '    columns: { orders: string }',
      '  orders:',
      '    table: orders',
    ),
    after: lines(
      'metrics: { orders: { formula: count(o) } }',
      'datasets:',
      '  orders_old:',
      '    table: a',
      '    columns: { orders: string }',
      '  orders:',
      '    table: orders',
      '    columns:',
      `      ${BLOCK}`,
    ),
  },
];

describe('writing', () => {
  test.each(CASES)('$what', ({ before, after }) => {
    const written = writeColumns(before, 'orders', COLUMNS);
    expect(written).toBe(after);
    expect(readDataset(written)?.columns).toEqual({
      id: { type: 'bigint' },
      amount: { type: 'decimal(12,2)' },
      at: { type: 'timestamp', zone: 'America/New_York' },
    });
  });

  test.each(CASES)('again changes nothing: $what', ({ after }) => {
    expect(writeColumns(after, 'orders', COLUMNS)).toBe(after);
  });

  test.each(CASES)('line ends of Windows and a byte order mark stay: $what', ({ before, after }) => {
    const asWindows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    // A text without a line end has no style of line ends to follow.
    if (!before.includes('\n')) return;
    expect(writeColumns(asWindows(before), 'orders', COLUMNS)).toBe(asWindows(after));
  });

  test.each([
    [
      'in another form and order',
      '{ at: { type: timestamp,\n            zone: America/New_York },   # wall\n        id: \'bigint\', amount: "decimal(12,2)" }',
    ],
    [
      'in block style',
      '\n      id: { type: bigint }\n      at:\n        type: timestamp\n        zone: America/New_York\n      amount: decimal(12,2)',
    ],
  ])('columns that say the same %s are left as they are', (_what, columns) => {
    const text = lines('datasets:', '  orders:', '    table: orders', `    columns: ${columns}`);
    expect(Object.keys(readDataset(text)?.columns ?? {})).toHaveLength(3);
    expect(writeColumns(text, 'orders', COLUMNS)).toBe(text);
  });

  test.each([
    ['one more', '{ id: bigint, amount: decimal(12,2), at: timestamp, more: string }'],
    ['one less', '{ id: bigint }'],
    ['another zone', "{ id: bigint, amount: 'decimal(12,2)', at: timestamp }"],
    [
      'another type',
      "{ id: string, amount: 'decimal(12,2)', at: { type: timestamp, zone: America/New_York } }",
    ],
    [
      'another name',
      "{ ID: bigint, amount: 'decimal(12,2)', at: { type: timestamp, zone: America/New_York } }",
    ],
  ])('columns with %s are replaced', (_what, columns) => {
    const text = lines('datasets:', '  orders:', '    table: orders', `    columns: ${columns}`);
    expect(writeColumns(text, 'orders', COLUMNS)).toBe(
      lines('datasets:', '  orders:', '    table: orders', `    columns: ${BLOCK}`),
    );
  });

  test('a file without the dataset is refused', () => {
    for (const text of [
      '',
      'datasets:\n',
      'datasets: []\n',
      'datasets:\n  other: { table: x }\n',
      'datasets:\n  orders: text\n',
    ]) {
      expect(() => writeColumns(text, 'orders', COLUMNS)).toThrow(
        expect.objectContaining({ code: 'REFERENCE.UNKNOWN_DATASET' }),
      );
    }
  });

  test('a file that is no YAML is refused with the line', () => {
    const text = 'datasets:\n  orders:\n    table: "open\n';
    expect(() => writeColumns(text, 'orders', COLUMNS)).toThrow(
      expect.objectContaining({ code: 'YAML.SYNTAX' }),
    );
  });
});

describe('from the database', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb({ path: ':memory:', readOnly: false });
    for (const sql of [
      'CREATE SCHEMA shop',
      'CREATE TABLE shop.orders (id BIGINT, amount DECIMAL(12,2), "at" TIMESTAMP, tags VARCHAR[])',
    ]) {
      await engine.run({ sql, bindings: [] }, []);
    }
  });
  afterAll(() => engine.close());

  const company = { path: 'company.yaml', text: 'zone: Europe/London\n' };
  const orders = (...more: readonly string[]) => ({
    path: 'sales/orders.yaml',
    text: lines('datasets:', '  orders:', ...more),
  });

  test('a dataset that has no columns yet gets them, in the file that defines it', async () => {
    const broken = { path: 'sales/broken.yaml', text: 'datasets: {' };
    const proposal = await proposeDatasetColumns(
      [company, broken, orders('    table: shop.orders')],
      'orders',
      engine,
    );
    expect(proposal.file.path).toBe('sales/orders.yaml');
    expect(proposal.yaml).toBe("{ id: bigint, amount: 'decimal(12,2)', at: timestamp }");
    expect(proposal.skipped.map(({ name }) => name)).toEqual(['tags']);
    expect(proposal.text).toBe(
      lines('datasets:', '  orders:', '    table: shop.orders', '    columns:', `      ${proposal.yaml}`),
    );
  });

  test('the zones that are declared stay', async () => {
    const file = orders(
      '    table: shop."orders"',
      '    columns: { at: { type: timestamp, zone: Asia/Tokyo } }',
    );
    const { yaml } = await proposeDatasetColumns([file], 'orders', engine);
    expect(yaml).toContain('at: { type: timestamp, zone: Asia/Tokyo }');
  });

  test('a query is asked too', async () => {
    const file = orders('    query: select id, 1.5 as half from shop.orders');
    const { yaml } = await proposeDatasetColumns([file], 'orders', engine);
    expect(yaml).toBe("{ id: bigint, half: 'decimal(2,1)' }");
  });

  test.each([
    [
      'a dataset that does not exist',
      'ordres',
      orders('    table: shop.orders'),
      'REFERENCE.UNKNOWN_DATASET',
    ],
    ['a table that does not exist', 'orders', orders('    table: shop.nothing'), 'DATA.TABLE_MISSING'],
    ['neither table nor query', 'orders', orders('    key: id'), 'SHAPE.MISSING_KEY'],
    [
      'a query that does more than read',
      'orders',
      orders("    query: copy (select 1) to 'x'"),
      'QUERY_TEXT.NOT_ALLOWED',
    ],
    [
      'a query that the database refuses',
      'orders',
      orders('    query: select nothing from shop.orders'),
      'ENGINE.FAILED',
    ],
  ])('%s is refused', async (_what, name, file, code) => {
    await expect(proposeDatasetColumns([company, file], name, engine)).rejects.toMatchObject({ code });
  });

  test('a wrong name has its near match', async () => {
    const asked = proposeDatasetColumns([orders('    table: shop.orders')], 'ordres', engine);
    await expect(asked).rejects.toMatchObject({ hint: 'did you mean "orders"?', suggestions: ['orders'] });
  });

  test('a file that cannot be read is named when the dataset is in no other', async () => {
    const broken = { path: 'sales/broken.yaml', text: 'datasets: {' };
    await expect(proposeDatasetColumns([company, broken], 'orders', engine)).rejects.toMatchObject({
      code: 'YAML.SYNTAX',
    });
  });
});
