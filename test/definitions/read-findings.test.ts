import { readDefinitions } from '../../src/metrics/definitions/read';
import { COMPANY, codesOf, marked, offsetsOf, only, readText } from './read-marked';

const metric = (body: string): string => `metrics:\n  net_revenue:\n    formula: sum(orders.amount)\n${body}`;
const dataset = (body: string): string =>
  `datasets:\n  orders:\n    table: shop.orders\n    columns: { id: bigint }\n${body}`;

/** Name, code, the file with the place marked, the message, the hint. */
type Case = readonly [string, string, string, RegExp, RegExp?];

/** Jest would hand its `done` to a case that has no hint. */
const full = ([name, code, text, message, hint]: Case) => [name, code, text, message, hint ?? /^/] as const;

const CASES: readonly Case[] = [
  // The YAML itself
  [
    'a bracket that is not closed',
    'YAML.SYNTAX',
    'metrics:\n  a: { formula: x\n«b»: 1\n',
    /flow map/i,
    /close/,
  ],
  [
    'a text with a colon and a space',
    'YAML.SYNTAX',
    metric('    question: «H»ow much: really?\n'),
    /mappings/,
    /quotes/,
  ],
  ['a tab as indentation', 'YAML.SYNTAX', 'metrics:\n«\t»net_revenue: x\n', /tab/i, /spaces/],
  ['another version of YAML', 'YAML.SYNTAX', '«%YAML 1.1»\n---\nmetrics:\n', /version/],
  ['a second document', 'YAML.DOCUMENTS', 'metrics:\n«---»\ndatasets:\n', /one YAML document/],
  ['an anchor', 'YAML.ALIAS', metric('    label: «&name» Revenue\n'), /anchor "&name"/, /remove/],
  ['an alias', 'YAML.ALIAS', metric('    label: «*name»\n'), /alias "\*name"/, /write the value out/],
  ['a merge key', 'YAML.ALIAS', metric('    «<<»: { label: x }\n'), /merge key/],
  ['a tag', 'YAML.ALIAS', metric('    label: «!!str» 12\n'), /tag "!!str"/],
  ['an anchor at a section', 'YAML.ALIAS', 'metrics: «&all»\n  a: { formula: x }\n', /anchor "&all"/],
  ['an anchor for nothing', 'YAML.ALIAS', '«&a»\n', /anchor "&a"/],
  [
    'a key that stands twice',
    'YAML.DUPLICATE_KEY',
    metric('    label: One\n    «label»: Two\n'),
    /"label" stands twice/,
    /keep one/,
  ],
  [
    'a key that is a list',
    'SHAPE.WRONG_TYPE',
    metric('    labels: { ? «[a, b]» : c }\n'),
    /key must be a text/,
  ],
  ['an escape for ESC in a text', 'SHAPE.TEXT', metric('    label: "a«\\e»[2J"\n'), /U\+001B/, /remove/],
  ['an escape for NUL in a key', 'SHAPE.TEXT', metric('    labels: { "a«\\0»b": c }\n'), /U\+0000/],
  ['a raw control character', 'SHAPE.TEXT', metric('    label: a«\x07»b\n'), /U\+0007/],
  ['a lone carriage return', 'SHAPE.TEXT', metric('    label: a«\r»b\n'), /U\+000D/],
  [
    'a line separator that only some readers see',
    'SHAPE.TEXT',
    metric('    where: a\n      b«\u2028»c\n'),
    /U\+2028/,
  ],
  ['a sign that turns the direction of text', 'SHAPE.TEXT', metric('    label: a«\u202e»b\n'), /U\+202E/],
  ['half of a character', 'SHAPE.TEXT', metric('    label: "a«\\ud83d»b"\n'), /U\+D83D/],
  // Files
  [
    'an unknown key of a file',
    'SHAPE.UNKNOWN_KEY',
    '«metric»:\n  a: { formula: x }\n',
    /no key "metric"/,
    /did you mean "metrics"/,
  ],
  [
    'a file that is a list',
    'SHAPE.WRONG_TYPE',
    '«- a»\n',
    /mapping with the keys version, datasets, metrics/,
  ],
  ['a section that is a text', 'SHAPE.WRONG_TYPE', 'metrics: «none»\n', /mapping from names to metrics/],
  ['a later version', 'SHAPE.WRONG_TYPE', 'version: «2»\n', /number 1/],
  // Metrics
  [
    'an unknown key',
    'SHAPE.UNKNOWN_KEY',
    metric('    «lable»: x\n'),
    /Metric "net_revenue" has no key "lable"/,
    /did you mean "label"\? keys are label, question/,
  ],
  ['a key that YAML 1.1 reads as a truth value', 'SHAPE.UNKNOWN_KEY', metric('    «on»: x\n'), /no key "on"/],
  [
    'a metric without a formula',
    'SHAPE.MISSING_KEY',
    'metrics:\n  «net_revenue»: { label: x }\n',
    /lacks the key "formula"/,
  ],
  [
    'a metric that is a text',
    'SHAPE.WRONG_TYPE',
    'metrics:\n  net_revenue: «sum(orders.amount)»\n',
    /must be a mapping with at least { formula/,
  ],
  ['a metric that is empty', 'SHAPE.WRONG_TYPE', 'metrics:\n  «net_revenue»:\n', /is empty/],
  [
    'a number for a text',
    'SHAPE.WRONG_TYPE',
    'metrics:\n  a: { formula: «0x10» }\n',
    /"formula" must be text, but is the number 0x10/,
    /put it in quotes: "0x10"/,
  ],
  [
    'a truth value for a text',
    'SHAPE.WRONG_TYPE',
    metric('    label: «true»\n'),
    /the truth value true/,
    /quotes/,
  ],
  [
    'a word that is a truth value elsewhere',
    'SHAPE.WRONG_TYPE',
    metric('    label: «yes»\n'),
    /the word yes/,
    /put it in quotes: "yes"/,
  ],
  ['an empty text', 'SHAPE.WRONG_TYPE', metric('    label: «" "»\n'), /not empty/],
  ['nothing for a text', 'SHAPE.WRONG_TYPE', metric('    «label»:\n'), /is empty/, /remove the key/],
  ['a list for a text', 'SHAPE.WRONG_TYPE', metric('    label: «[a]»\n'), /is a list/],
  ['a direction that is none', 'SHAPE.WRONG_TYPE', metric('    better: «up»\n'), /higher or lower/],
  ['a default that is no number', 'SHAPE.WRONG_TYPE', metric('    empty: «.nan»\n'), /finite number/],
  [
    'a default that lost digits',
    'SHAPE.WRONG_TYPE',
    metric('    empty: «123456789012345678901»\n'),
    /15 digits \(longer ones go in quotes\)/,
  ],
  ['a default that is a list', 'SHAPE.WRONG_TYPE', metric('    empty: «[0]»\n'), /a number, a text/],
  ['examples that are no list', 'SHAPE.WRONG_TYPE', metric('    examples: «{ a: 1 }»\n'), /list of mappings/],
  [
    'an example that is no mapping',
    'SHAPE.WRONG_TYPE',
    metric('    examples:\n      - { a: 1 }\n      - «b»\n'),
    /"examples" item 2 must be a mapping/,
  ],
  ['differs_from that is no mapping', 'SHAPE.WRONG_TYPE', metric('    differs_from: «other»\n'), /a mapping/],
  // Datasets
  [
    'a dataset without a table',
    'SHAPE.MISSING_KEY',
    'datasets:\n  «orders»: { columns: {} }\n',
    /says neither `table` nor `query`/,
  ],
  [
    'a dataset without columns',
    'SHAPE.MISSING_KEY',
    'datasets:\n  «orders»: { table: t }\n',
    /lacks the key "columns"/,
    /tenet columns orders --write/,
  ],
  [
    'a table with a blank',
    'SHAPE.WRONG_TYPE',
    'datasets:\n  orders: { table: «shop orders», columns: {} }\n',
    /table "shop orders" is not/,
    /double quotes/,
  ],
  [
    'a table of four parts',
    'SHAPE.WRONG_TYPE',
    'datasets:\n  orders: { table: «a.b.c.d», columns: {} }\n',
    /is not a table name/,
  ],
  [
    'columns that are a list',
    'SHAPE.WRONG_TYPE',
    'datasets:\n  orders: { table: t, columns: «[id]» }\n',
    /mapping from column names to types/,
  ],
  [
    'a key that is a number',
    'SHAPE.WRONG_TYPE',
    dataset('    key: [id, «1»]\n'),
    /"key" item 2 must be text/,
  ],
  [
    'a key that is an empty list',
    'SHAPE.WRONG_TYPE',
    dataset('    key: «[]»\n'),
    /list of texts, and not empty/,
  ],
  [
    'a join in a short form',
    'SHAPE.WRONG_TYPE',
    dataset('    joins:\n      customers: «customer_id»\n'),
    /mapping such as { to: customers, by: customer_id }/,
  ],
  [
    'a join without a target',
    'SHAPE.MISSING_KEY',
    dataset('    joins:\n      «customers»: { by: customer_id }\n'),
    /"joins.customers" lacks the key "to"/,
  ],
  [
    'an unknown key of a join',
    'SHAPE.UNKNOWN_KEY',
    dataset('    joins: { customers: { to: customers, «bye»: id, by: id } }\n'),
    /in "joins.customers"/,
    /did you mean "by"\? keys are to, by, description/,
  ],
  [
    'an unknown key of a dimension',
    'SHAPE.UNKNOWN_KEY',
    dataset('    dimensions: { channel: { «formla»: x } }\n'),
    /in "dimensions.channel"/,
    /did you mean "formula"/,
  ],
  [
    'an unknown key of a column',
    'SHAPE.UNKNOWN_KEY',
    'datasets:\n  orders: { table: t, columns: { at: { type: timestamp, «zones»: UTC } } }\n',
    /in "columns.at"/,
    /"zone"/,
  ],
  [
    'a column without a type',
    'SHAPE.MISSING_KEY',
    'datasets:\n  orders: { table: t, columns: { «at»: { zone: UTC } } }\n',
    /"columns.at" lacks the key "type"/,
  ],
  [
    'a column that is a number',
    'SHAPE.WRONG_TYPE',
    'datasets:\n  orders: { table: t, columns: { at: «1» } }\n',
    /a type such as bigint/,
  ],
  [
    'a column type that does not exist',
    'SHAPE.WRONG_TYPE',
    'datasets:\n  orders: { table: t, columns: { at: «tmestamp» } }\n',
    /type "tmestamp" does not exist/,
    /did you mean "timestamp"/,
  ],
  [
    'a column type of another database',
    'SHAPE.WRONG_TYPE',
    'datasets:\n  orders: { table: t, columns: { id: «int8» } }\n',
    /"int8"/,
    /write "bigint"/,
  ],
  [
    'a decimal without quotes between braces',
    'SHAPE.WRONG_TYPE',
    'datasets:\n  orders: { table: t, columns: { a: «decimal(12»,2), b: bigint } }\n',
    /"decimal\(12"/,
    /comma ends the value.*'decimal\(12,2\)'/,
  ],
  [
    'a zone that does not exist',
    'SHAPE.WRONG_TYPE',
    'datasets:\n  orders: { table: t, columns: { at: { type: timestamp, zone: «Europe/Londn» } } }\n',
    /time zone "Europe\/Londn"/,
    /"Europe\/London"/,
  ],
  [
    'a zone of a type that has none',
    'SHAPE.WRONG_TYPE',
    'datasets:\n  orders: { table: t, columns: { at: { type: timestamptz, zone: «UTC» } } }\n',
    /has no zone/,
  ],
  [
    'a via that is a list',
    'SHAPE.WRONG_TYPE',
    dataset('    via: { customers: «[a]» }\n'),
    /"via.customers" must be text/,
  ],
  // Names
  [
    'a name in capitals',
    'NAME.INVALID',
    'metrics:\n  «NetRevenue»: { formula: x }\n',
    /"NetRevenue" is not snake_case/,
    /write "net_revenue"/,
  ],
  [
    'a name with two underscores',
    'NAME.INVALID',
    'metrics:\n  «net__revenue»: { formula: x }\n',
    /not snake_case/,
    /"net_revenue"/,
  ],
  [
    'a name that is a number',
    'NAME.INVALID',
    'metrics:\n  «2024»: { formula: x }\n',
    /"2024"/,
    /"metric_2024"/,
  ],
  ['a name of a prototype', 'NAME.INVALID', 'metrics:\n  «__proto__»: { formula: x }\n', /"__proto__"/],
  [
    'a reserved name',
    'NAME.INVALID',
    'datasets:\n  «order»: { table: t, columns: {} }\n',
    /word of the formula language/,
    /"order_dataset"/,
  ],
  ['a long name', 'NAME.INVALID', `metrics:\n  «${'a'.repeat(64)}»: { formula: x }\n`, /longer than 63/],
  [
    'a reserved name of a dimension',
    'NAME.INVALID',
    dataset('    dimensions:\n      «time»: {}\n'),
    /dimension name "time"/,
    /"time_dimension"/,
  ],
  [
    'a wrong name of a join',
    'NAME.INVALID',
    dataset('    joins:\n      «Ship-To»: { to: addresses, by: id }\n'),
    /join name "Ship-To"/,
    /"ship_to"/,
  ],
  [
    'a metric that is there already',
    'YAML.DUPLICATE_KEY',
    'metrics:\n  a: { formula: x }\n  «a»: { formula: y }\n',
    /taken by another metric/,
  ],
  [
    'a role named like a dataset',
    'NAME.DUPLICATE',
    `${dataset('    joins:\n      «orders»: { to: customers, by: id }\n')}`,
    /taken by a dataset/,
  ],
];

describe('a finding is exactly where the fault is', () => {
  it.each(CASES.map(full))('%s', (_name, code, text, message, hint) => {
    const expected = marked(text);
    const diagnostic = only(readText(expected.text), code);
    expect(diagnostic.message).toMatch(message);
    expect(diagnostic.hint ?? '').toMatch(hint);
    expect(offsetsOf(expected.text, diagnostic.at)).toEqual({ from: expected.from, to: expected.to });
    expect(diagnostic.at.file).toBe('sales/a.yaml');
    expect(diagnostic.severity).toBe('error');
  });

  it('also in a file with CRLF and a byte order mark, where the mark takes no column', () => {
    const { at } = only(
      readText(
        '\ufeffmetric:\r\nmetrics:\r\n  a:\r\n    formula: x\r\n    lable: y\r\n'.replace('metric:\r\n', ''),
      ),
      'SHAPE.UNKNOWN_KEY',
    );
    expect(at.start).toEqual({ line: 4, column: 5 });
    const first = only(readText('\ufeffmetric: 1\r\n'), 'SHAPE.UNKNOWN_KEY');
    expect(first.at).toEqual({
      file: 'sales/a.yaml',
      start: { line: 1, column: 1 },
      end: { line: 1, column: 7 },
    });
  });

  it('counts columns in UTF-16 units, as editors do', () => {
    const { at } = only(readText('metrics:\n  a: { formula: "😀", lable: x }\n'), 'SHAPE.UNKNOWN_KEY');
    expect(at.start.column).toBe('  a: { formula: "😀", '.length + 1);
  });
});

/** The settings of the company, the place marked. */
const SETTINGS: readonly Case[] = [
  [
    'a zone that does not exist',
    'COMPANY.INVALID',
    'zone: «Europe/Londn»\n',
    /"Europe\/Londn"/,
    /Europe\/London/,
  ],
  ['a zone by its abbreviation', 'COMPANY.INVALID', 'zone: «EST»\n', /"EST"/],
  [
    'a zone in small letters',
    'COMPANY.INVALID',
    'zone: «europe/london»\n',
    /does not exist/,
    /Europe\/London/,
  ],
  ['an offset as zone', 'COMPANY.INVALID', 'zone: «+02:00»\n', /does not exist/, /IANA/],
  ['no zone', 'SHAPE.MISSING_KEY', '«»name: A\n', /lacks the key "zone"/, /Europe\/London/],
  [
    'a week that starts on a Tuesday',
    'COMPANY.INVALID',
    'zone: UTC\nweek_start: «tuesday»\n',
    /"tuesday"/,
    /monday, sunday or saturday/,
  ],
  ['a currency in words', 'COMPANY.INVALID', 'zone: UTC\ncurrency: «pounds»\n', /"pounds"/, /GBP/],
  [
    'an instant without offset',
    'COMPANY.INVALID',
    'zone: UTC\nnow: «2024-06-30T12:00:00»\n',
    /not an instant/,
    /2024-06-30T12:00:00Z/,
  ],
  [
    'an instant on a day that does not exist',
    'COMPANY.INVALID',
    'zone: UTC\nnow: «2023-02-29T12:00:00Z»\n',
    /not an instant/,
  ],
  [
    'a limit of nothing',
    'SHAPE.WRONG_TYPE',
    'zone: UTC\nlimits: { max_rows: «0» }\n',
    /whole number above 0/,
  ],
  [
    'a limit in words',
    'SHAPE.WRONG_TYPE',
    'zone: UTC\nlimits: { deadline_ms: «30s» }\n',
    /whole number above 0/,
  ],
  [
    'a deadline that no timer can hold',
    'SHAPE.WRONG_TYPE',
    'zone: UTC\nlimits: { deadline_ms: «9999999999» }\n',
    /milliseconds/,
  ],
  [
    'a default above the maximum',
    'COMPANY.INVALID',
    'zone: UTC\nlimits: { default_rows: «20», max_rows: 10 }\n',
    /above the maximum of 10/,
  ],
  [
    'an unknown limit',
    'SHAPE.UNKNOWN_KEY',
    'zone: UTC\nlimits: { «max_row»: 10 }\n',
    /in "limits"/,
    /did you mean "max_rows"/,
  ],
  [
    'an unknown setting',
    'SHAPE.UNKNOWN_KEY',
    'zone: UTC\n«week_starts»: monday\n',
    /no key "week_starts"/,
    /"week_start"/,
  ],
  ['a list of settings', 'SHAPE.WRONG_TYPE', '«- zone: UTC»\n', /mapping with at least { zone/],
];

describe('a fault of company.yaml leaves the company unknown', () => {
  it.each(SETTINGS.map(full))('%s', (_name, code, text, message, hint) => {
    const expected = marked(text);
    const raw = readDefinitions([{ path: 'company.yaml', text: expected.text }]);
    const diagnostic = only(raw, code);
    expect(diagnostic.message).toMatch(message);
    expect(diagnostic.hint ?? '').toMatch(hint);
    expect(offsetsOf(expected.text, diagnostic.at)).toEqual({ from: expected.from, to: expected.to });
    expect(raw.company).toBeNull();
    expect(raw.diagnostics).toHaveLength(1);
  });

  it('and so does its absence, which is said once', () => {
    const raw = readDefinitions([{ path: 'sales/a.yaml', text: 'metrics: { a: { formula: x } }' }]);
    expect(codesOf(raw)).toEqual(['COMPANY.MISSING']);
    expect(raw.company).toBeNull();
    expect(raw.metrics).toHaveLength(1);
  });
});

describe('a finding about a whole file is at its beginning', () => {
  it.each([
    ['FILE.UNEXPECTED', 'orders.yaml', 'metrics: {}', 'warning'],
    ['FILE.UNEXPECTED', 'sales/deep/orders.yaml', 'metrics: {}', 'warning'],
    ['FILE.UNEXPECTED', 'company.yml', 'zone: UTC', 'error'],
    ['FILE.TOO_LARGE', 'sales/large.yaml', `# ${'x'.repeat(1024 * 1024)}`, 'error'],
    ['FILE.TOO_LARGE', 'sales/many.yaml', `metrics:\n${' a:\n'.repeat(10_001)}`, 'error'],
    ['NAME.INVALID', 'Sales Team/a.yaml', 'metrics: {}', 'error'],
    ['YAML.TOO_DEEP', 'sales/deep.yaml', `metrics:\n  a: ${'['.repeat(5000)}`, 'error'],
  ])('%s of %s', (code, path, text, severity) => {
    const raw = readDefinitions([COMPANY, { path, text }]);
    const diagnostic = only(raw, code);
    expect(diagnostic.severity).toBe(severity);
    expect(diagnostic.at.file).toBe(path);
    expect(raw.diagnostics).toHaveLength(1);
    if (code !== 'YAML.TOO_DEEP') expect(diagnostic.at.start).toEqual({ line: 1, column: 1 });
  });
});

it('all findings of a definition are told at once', () => {
  const raw = readText(
    'metrics:\n  a:\n    lable: x\n    better: up\n    label: 1\n    unit: [x]\n    unti: y\n',
  );
  expect(codesOf(raw).sort()).toEqual([
    'SHAPE.MISSING_KEY',
    'SHAPE.UNKNOWN_KEY',
    'SHAPE.UNKNOWN_KEY',
    'SHAPE.WRONG_TYPE',
    'SHAPE.WRONG_TYPE',
    'SHAPE.WRONG_TYPE',
  ]);
  expect(raw.diagnostics.every((d) => d.definition?.kind === 'metric' && d.definition.name === 'a')).toBe(
    true,
  );
});
