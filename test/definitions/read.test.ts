import { readDefinitions } from '../../src/metrics/definitions/read';
import { parseTableName } from '../../src/metrics/definitions/shapes/table-name';
import { COMPANY, codesOf, only, readText } from './read-marked';

describe('company.yaml', () => {
  const companyOf = (text: string) => readDefinitions([{ path: 'company.yaml', text }]).company;

  it('needs a zone only; the rest has defaults', () => {
    expect(companyOf('zone: Europe/London\n')).toEqual({
      name: 'Company',
      zone: 'Europe/London',
      weekStart: 'monday',
      currency: null,
      now: null,
      limits: expect.objectContaining({
        defaultRows: 10_000,
        maxRows: 100_000,
        maxInList: 1_000,
        deadlineMs: 30_000,
      }),
    });
  });

  it('takes every setting', () => {
    const text = `version: 1
name: Fern & Moss
zone: America/Argentina/Buenos_Aires
week_start: saturday
currency: GBP
now: 2024-06-30T14:30:00+02:00
limits: { default_rows: 5, max_rows: 50, max_in_list: 7, deadline_ms: 1500, max_depth: 4, max_tokens: 99, max_aliases: 3,
  max_body_bytes: 1000, max_waiting: 9, memory_percent: 20, max_temp_bytes: 5000 }
`;
    expect(companyOf(text)).toEqual({
      name: 'Fern & Moss',
      zone: 'America/Argentina/Buenos_Aires',
      weekStart: 'saturday',
      currency: 'GBP',
      now: '2024-06-30T12:30:00.000Z',
      limits: {
        defaultRows: 5,
        maxRows: 50,
        maxInList: 7,
        deadlineMs: 1500,
        maxDepth: 4,
        maxTokens: 99,
        maxAliases: 3,
        maxBodyBytes: 1000,
        maxWaiting: 9,
        memoryPercent: 20,
        maxTempBytes: 5000,
      },
    });
  });

  it.each(['UTC', 'Asia/Kolkata', 'America/Port-au-Prince', 'Etc/GMT+5'])('knows the zone %s', (zone) => {
    expect(companyOf(`zone: ${zone}`)?.zone).toBe(zone);
  });

  it('keeps the other limits when one is given', () => {
    expect(companyOf('zone: UTC\nlimits: { max_rows: 20000, max_depth: 3 }')?.limits).toEqual({
      defaultRows: 10_000,
      maxRows: 20_000,
      maxInList: 1_000,
      deadlineMs: 30_000,
      maxDepth: 3,
      maxTokens: 2_000,
      maxAliases: 30,
      maxBodyBytes: 262_144,
      maxWaiting: 200,
      memoryPercent: 60,
      maxTempBytes: 4_294_967_296,
    });
  });
});

describe('a team', () => {
  it('is a folder, named after it when it has no team.yaml', () => {
    const raw = readText('metrics: {}', 'customer_success/a.yaml');
    expect([...raw.teams.values()]).toEqual([
      { name: 'customer_success', label: 'Customer Success', owner: null, description: null },
    ]);
  });

  it('has its words in team.yaml, where approvers are accepted and not read yet', () => {
    const text =
      'version: 1\nlabel: Sales & Co\nowner: ann@example.org\ndescription: Sells\napprovers:\n  - { role: lead, of: sales }\n';
    const raw = readText(text, 'sales/team.yaml');
    expect(raw.diagnostics).toEqual([]);
    expect(raw.teams.get('sales')).toEqual({
      name: 'sales',
      label: 'Sales & Co',
      owner: 'ann@example.org',
      description: 'Sells',
    });
  });

  it('keeps its definitions when its team.yaml is broken', () => {
    const raw = readDefinitions([
      COMPANY,
      { path: 'sales/a.yaml', text: 'metrics: { a: { formula: x } }' },
      { path: 'sales/team.yaml', text: 'lable: x\nowner: [ann]\n' },
    ]);
    expect(codesOf(raw)).toEqual(['SHAPE.UNKNOWN_KEY', 'SHAPE.WRONG_TYPE']);
    expect(raw.diagnostics[0]?.message).toBe('Team "sales" has no key "lable".');
    expect(raw.teams.get('sales')?.label).toBe('Sales');
    expect(raw.metrics.map(({ name }) => name)).toEqual(['a']);
  });
});

describe('a dataset', () => {
  const TEXT = `datasets:
  orders:
    label: Orders
    description: |
      One row per order,
      from every channel.
    table: shop."Order Lines"
    key: order_id
    time: ordered_at
    columns:
      order_id: bigint
      amount: decimal(12,2)
      ordered_at: { type: timestamp, zone: America/New_York }
      "Gift Message": string
      __proto__: string
      constructor: boolean
      2024: date
    joins:
      customers: { to: customers, by: customer_id }
      shipping_address: { to: addresses, by: [ship_country, ship_id], description: Where it goes }
    dimensions:
      channel:
      is_gift: { formula: '"Gift Message" is not null', label: Gift }
    via: { countries: shipping_address }
    labels: [anything]
`;

  it('is read with short forms made long', () => {
    const raw = readText(TEXT);
    expect(raw.diagnostics).toEqual([]);
    const [orders] = raw.datasets;
    expect(orders).toMatchObject({ name: 'orders', team: 'sales' });
    const value = orders!.value;
    expect(value.description).toBe('One row per order,\nfrom every channel.\n');
    expect(value.key).toEqual(['order_id']);
    expect(Object.entries(value.columns)).toEqual(
      expect.arrayContaining([
        ['order_id', { type: 'bigint' }],
        ['amount', { type: 'decimal(12,2)' }],
        ['ordered_at', { type: 'timestamp', zone: 'America/New_York' }],
        ['Gift Message', { type: 'string' }],
        ['__proto__', { type: 'string' }],
        ['constructor', { type: 'boolean' }],
        ['2024', { type: 'date' }],
      ]),
    );
    expect(Object.keys(value.columns)).toHaveLength(7);
    expect(value.joins).toEqual({
      customers: { to: 'customers', by: ['customer_id'] },
      shipping_address: { to: 'addresses', by: ['ship_country', 'ship_id'], description: 'Where it goes' },
    });
    expect(value.dimensions).toEqual({
      channel: {},
      is_gift: { formula: '"Gift Message" is not null', label: 'Gift' },
    });
    expect(value.via).toEqual({ countries: 'shipping_address' });
  });

  it('has mappings without a prototype, so that a missing column is missing', () => {
    const { columns, joins } = readText(
      'datasets:\n  a: { table: t, columns: { id: bigint }, joins: { b: { to: b, by: id } } }',
    ).datasets[0]!.value;
    expect('constructor' in columns).toBe(false);
    expect('toString' in joins!).toBe(false);
  });

  it.each([
    ['orders', ['orders']],
    ['shop.orders', ['shop', 'orders']],
    ['db.shop.orders', ['db', 'shop', 'orders']],
    ['"a.b"."c""d"', ['a.b', 'c"d']],
    ['ärger.2024_orders', ['ärger', '2024_orders']],
  ])('may be the table %s', (table, parts) => {
    expect(parseTableName(table)).toEqual(parts);
  });

  it.each([
    '',
    '.',
    'a..b',
    'a.',
    'a b',
    'a;b',
    "a'b",
    '""',
    '"a',
    'a"b"',
    'a.b.c.d',
    'a\n',
    '"a\0b"',
    'read_csv(x)',
  ])('may not be the table %j', (table) => {
    expect(parseTableName(table)).toBeNull();
  });

  it.each([
    ['varchar(20)', 'string'],
    ['TEXT', 'string'],
    ['uuid', 'string'],
    ['numeric(12,2)', 'decimal(12,2)'],
    ['numeric(12, 2)', 'decimal(12,2)'],
    ['NUMERIC(9)', 'decimal(9,0)'],
    ['numeric', 'decimal(18,2)'],
    ['int8', 'bigint'],
    ['INT', 'integer'],
    ['float', 'double'],
    ['double  precision', 'double'],
    ['datetime', 'timestamp'],
    ['timestamp with time zone', 'timestamptz'],
    ['bool', 'boolean'],
    ['Bigint', 'bigint'],
  ])('hints at the own name of the type %s', (foreign, own) => {
    const raw = readText(`datasets:\n  a:\n    table: t\n    columns:\n      b: "${foreign}"\n`);
    expect(only(raw, 'SHAPE.WRONG_TYPE').hint).toContain(own);
  });
});

describe('a metric', () => {
  it('is read with its words, and with keys that nobody reads yet', () => {
    const raw = readText(`metrics:
  net_revenue:
    label: Net revenue
    question: "How much: really?"
    decision: Budget
    description: d
    formula: >-
      sum(orders.amount
      - orders.tax)
    where: orders.status = 'completed'
    time: orders.delivered_at
    unit: GBP
    format: '0.0'
    better: higher
    empty: null
    mixed_time: because both are paid
    owner: ann@example.org
    examples:
      - { story: x, orders: [ { status: on } ], answer: 100 }
    differs_from: { booked: { because: tax } }
    labels: { de: Umsatz }
`);
    expect(raw.diagnostics).toEqual([]);
    expect(raw.metrics[0]!.value).toMatchObject({
      label: 'Net revenue',
      question: 'How much: really?',
      formula: 'sum(orders.amount - orders.tax)',
      where: "orders.status = 'completed'",
      time: 'orders.delivered_at',
      unit: 'GBP',
      better: 'higher',
      empty: null,
      mixed_time: 'because both are paid',
    });
  });

  it.each([
    ['0', 0],
    ['-1.5', -1.5],
    ['true', true],
    ['"12345678901234567890"', '12345678901234567890'],
    ['~', null],
  ])('may be empty: %s', (text, value) => {
    expect(readText(`metrics: { a: { formula: x, empty: ${text} } }`).metrics[0]!.value.empty).toBe(value);
  });

  it('has no key that is not written', () => {
    expect(Object.keys(readText('metrics: { a: { formula: x } }').metrics[0]!.value)).toEqual(['formula']);
  });
});

describe('the unit of failure is the definition', () => {
  it('so a broken one leaves its neighbours, and is kept with its reasons and what is written there', () => {
    const raw = readText(
      'metrics:\n  a: { formula: x }\n  b: { formula: 1 }\n  c: &c { formula: x }\n  d: { formula: "\\0" }\n  E: { formula: x }\n  f: { formula: x }\n',
    );
    expect(raw.metrics.map(({ name }) => name)).toEqual(['a', 'f']);
    expect(
      raw.broken.map(({ kind, name, diagnostics }) => [kind, name, diagnostics.map(({ code }) => code)]),
    ).toEqual([
      ['metric', 'b', ['SHAPE.WRONG_TYPE']],
      ['metric', 'c', ['YAML.ALIAS']],
      ['metric', 'd', ['SHAPE.TEXT']],
      ['metric', 'E', ['NAME.INVALID']],
    ]);
    expect(raw.broken[0]!.value).toEqual({ formula: 1 });
    expect(raw.broken[0]!.at?.start).toEqual({ line: 3, column: 3 });
    expect(raw.diagnostics).toHaveLength(4);
  });

  it('but a syntax error breaks its whole file and no other', () => {
    const raw = readDefinitions([
      COMPANY,
      { path: 'a/a.yaml', text: 'metrics:\n  a: { formula: x }\n  b: { formula: "x }\n' },
      { path: 'a/b.yaml', text: 'metrics:\n  c: { formula: x }\n' },
    ]);
    expect(raw.metrics.map(({ name }) => name)).toEqual(['c']);
    expect(raw.broken.map(({ name }) => name)).toContain('a');
    expect(new Set(codesOf(raw))).toEqual(new Set(['YAML.SYNTAX']));
  });

  it('and so does a version that is not known, because every meaning may have changed', () => {
    const raw = readText('version: 2\nmetrics:\n  a: { formula: x }\n');
    expect(raw.metrics).toEqual([]);
    expect(raw.broken.map(({ name }) => name)).toEqual(['a']);
  });

  it('a control character between definitions is an error, and nobody is broken by it', () => {
    const raw = readText('# a\x1bb\nmetrics:\n  a: { formula: x }\n');
    expect(codesOf(raw)).toEqual(['SHAPE.TEXT']);
    expect(raw.metrics).toHaveLength(1);
  });

  it('an unknown key of the file breaks no definition', () => {
    const raw = readText('rollups: {}\nmetrics:\n  a: { formula: x }\n');
    expect(codesOf(raw)).toEqual(['SHAPE.UNKNOWN_KEY']);
    expect(raw.metrics).toHaveLength(1);
  });

  it('a second section of one kind is refused with its definitions', () => {
    const raw = readText('metrics:\n  a: { formula: x }\nmetrics:\n  b: { formula: x }\n');
    expect(codesOf(raw)).toEqual(['YAML.DUPLICATE_KEY']);
    expect(raw.metrics.map(({ name }) => name)).toEqual(['a']);
    expect(raw.broken.map(({ name }) => name)).toEqual(['b']);
  });
});

describe('of two definitions with one name', () => {
  const a = { path: 'a/x.yaml', text: 'metrics: { one: { formula: first } }' };
  const b = { path: 'b/x.yaml', text: 'metrics:\n  one: { formula: second }\n' };

  it('the first by path stays, in whatever order the files come', () => {
    for (const files of [
      [COMPANY, a, b],
      [b, COMPANY, a],
    ]) {
      const raw = readDefinitions(files);
      expect(raw.metrics.map(({ value }) => value.formula)).toEqual(['first']);
      expect(raw.broken).toEqual([]);
      const finding = only(raw, 'NAME.DUPLICATE');
      expect(finding.at).toMatchObject({ file: 'b/x.yaml', start: { line: 2, column: 3 } });
      expect(finding.related?.map(({ at }) => at.file)).toEqual(['a/x.yaml']);
    }
  });

  it('the second does not take the place of a first that is broken', () => {
    const raw = readDefinitions([COMPANY, { ...a, text: 'metrics: { one: { formula: 1 } }' }, b]);
    expect(raw.metrics).toEqual([]);
    expect(raw.broken).toHaveLength(2);
  });

  it('a name out of a file with a syntax error is a guess and takes nobody’s place', () => {
    const raw = readDefinitions([COMPANY, { ...a, text: 'metrics:\n  one: { formula: x\n' }, b]);
    expect(raw.metrics.map(({ value }) => value.formula)).toEqual(['second']);
    expect(new Set(codesOf(raw))).toEqual(new Set(['YAML.SYNTAX']));
  });

  it('a metric and a dataset are no rivals', () => {
    const raw = readText(
      'datasets: { orders: { table: t, columns: {} } }\nmetrics: { orders: { formula: count(orders) } }',
    );
    expect(raw.diagnostics).toEqual([]);
  });

  it('a role and a dataset are: the later is at fault', () => {
    const role =
      'datasets: { orders: { table: t, columns: {}, joins: { addresses: { to: places, by: id } } } }';
    const files = [
      COMPANY,
      { path: 'a/x.yaml', text: role },
      { path: 'b/x.yaml', text: 'datasets: { addresses: { table: t, columns: {} } }' },
    ];
    const raw = readDefinitions(files);
    expect(raw.datasets.map(({ name }) => name)).toEqual(['orders']);
    expect(only(raw, 'NAME.DUPLICATE').message).toBe(
      'The name "addresses" of this dataset is taken by a role.',
    );
    const reversed = readDefinitions([COMPANY, { path: 'c/x.yaml', text: role }, files[2]!]);
    expect(reversed.datasets.map(({ name }) => name)).toEqual(['addresses']);
  });

  it('one role in two datasets is one role, and a join named like its target is none', () => {
    const raw = readText(`datasets:
  orders: { table: t, columns: {}, joins: { ship: { to: places, by: id }, places: { to: places, by: id } } }
  returns: { table: t, columns: {}, joins: { ship: { to: places, by: id }, places: { to: places, by: id } } }
  places: { table: t, columns: {} }
`);
    expect(raw.diagnostics).toEqual([]);
    expect(raw.datasets).toHaveLength(3);
  });
});

describe('the order of findings and definitions', () => {
  it('is that of files by code point, then of places', () => {
    const bad = 'metrics:\n  a1: { formula: x, b: 1 }\n';
    const paths = ['b/x.yaml', 'a/😀.yaml', 'a/\uffee.yaml', 'a/B.yaml', 'a/a.yaml'];
    const raw = readDefinitions([
      COMPANY,
      ...paths.map((path, i) => ({ path, text: bad.replace('a1', `a${i}`) })),
    ]);
    expect(raw.diagnostics.map(({ at }) => at.file)).toEqual([
      'a/B.yaml',
      'a/a.yaml',
      'a/\uffee.yaml',
      'a/😀.yaml',
      'b/x.yaml',
    ]);
  });
});

it.each([
  '',
  '\n',
  '# nothing\n',
  '---\n',
  'version: 1\n',
  'metrics:\ndatasets:\n',
  '%YAML 1.2\n---\nmetrics: {}\n',
])('a file of %j is no fault', (text) => {
  const raw = readText(text);
  expect(raw.diagnostics).toEqual([]);
});

it('yes, no, on and off are texts where a file is data, and columns may be named so', () => {
  const raw = readText(
    'datasets: { a: { table: t, columns: { on: boolean, y: double } } }\nmetrics: { a: { formula: x, examples: [{ a: yes }] } }',
  );
  expect(raw.diagnostics).toEqual([]);
  expect(Object.keys(raw.datasets[0]!.value.columns)).toEqual(['on', 'y']);
});
