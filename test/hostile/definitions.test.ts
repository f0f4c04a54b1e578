import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadCatalog } from '../../src/service/load-catalog';
import { COMPANY } from './opened';
import { cpuMs } from './texts';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');
const SHOP = (dimensions = ''): string =>
  `datasets:\n  o: { table: o, key: id, columns: { id: bigint, a: bigint, b: boolean }, dimensions: { ${dimensions} } }\n`;
const joined = (name: string, joins: string): string =>
  `  ${name}: { table: t, key: id, columns: { id: bigint }, dimensions: { id: {} }, joins: { ${joins} } }\n`;
const join = (name: string, to = name): string => `${name}: { to: ${to}, by: id }, `;

/** Small files whose meaning is large: each names what comes before it more than once, or is a chain, or a mesh. */
const BOMBS: Readonly<Record<string, string>> = {
  'metrics that double': `${SHOP()}metrics:\n  m0: { formula: sum(o.a) }\n${lines(200, (i) => `  m${i + 1}: { formula: m${i} + m${i} }\n`)}`,
  'dimensions that double': SHOP(
    `d0: { formula: a + 1 }, ${lines(200, (i) => `d${i + 1}: { formula: d${i} + d${i} }, `)}`,
  ),
  'a chain of metrics, first one last': `${SHOP()}metrics:\n${lines(2_000, (i) => `  m${i}: { formula: m${i + 1} + 1 }\n`)}  m2000: { formula: sum(o.a) }\n`,
  'a circle of metrics': `${SHOP()}metrics:\n${lines(500, (i) => `  m${i}: { formula: m${(i + 1) % 500} + 1 }\n`)}`,
  'deep metrics in a circle': `${SHOP()}metrics:\n${lines(100, (i) => `  m${i}: { formula: "${'abs('.repeat(200)}m${(i + 1) % 100}${')'.repeat(200)}" }\n`)}`,
  'a chain of dimensions': SHOP(
    `${lines(2_000, (i) => `d${i}: { formula: d${i + 1} + 1 }, `)} d2000: { formula: a }`,
  ),
  'a chain of joins': `datasets:\n${lines(2_000, (i) => joined(`d${i}`, join(`d${i + 1}`)))}${joined('d2000', '')}metrics: { m: { formula: sum(d0.id + d2000.id) } }\n`,
  'a chain of joins to a broken dataset': `datasets:\n${lines(2_000, (i) => joined(`d${i}`, join(`d${i + 1}`)))}  d2000: { table: t, key: none, columns: { id: bigint } }\n`,
  'every dataset joins every later one': `datasets:\n${lines(24, (i) =>
    joined(
      `d${i}`,
      lines(24 - i, (k) => join(`d${i + k + 1}`)),
    ),
  )}${joined('d24', '')}metrics: { m: { formula: sum(d0.id + d24.id) } }\n`,
  'every dataset joins every other': `datasets:\n${lines(14, (i) =>
    joined(
      `d${i}`,
      lines(14, (k) => (i === k ? '' : join(`d${k}`))),
    ),
  )}metrics: { m: { formula: sum(d0.id) } }\n`,
  'roles in every direction': `datasets:\n${lines(14, (i) =>
    joined(
      `d${i}`,
      lines(14, (k) => (i === k ? '' : join(`r${i}x${k}`, `d${k}`))),
    ),
  )}`,
  'thousands of unknown names': `${SHOP()}metrics:\n${lines(3_000, (i) => `  metric_number_${i}: { formula: metric_nomber_${i} + 1 }\n`)}`,
  'a case whose operand is cases': `${SHOP()}metrics:\n  m: { formula: "sum(${'case ('.repeat(25)}o.a${') when 1 then 1 when 2 then 2 end'.repeat(25)})" }\n`,
  'entities in entities': `${SHOP()}metrics:\n  m: { formula: "${'count(o) filter (where per(o, '.repeat(40)}count(o)${') > 1)'.repeat(40)}" }\n`,
  'ten thousand metrics': `${SHOP()}metrics:\n${lines(9_900, (i) => `  m${i}: { formula: sum(o.a) }\n`)}`,
  'sixty thousand columns': `datasets:\n  o: { table: o, columns: {${lines(60_000, (i) => ` c${i}: bigint,`)} } }\n`,
  'an alias bomb': `metrics:\n  - &l0 [x]\n${lines(30, (i) => `  - &l${i + 1} [${`*l${i}, `.repeat(10)}]\n`)}`,
  'a text of nearly a megabyte': `metrics: { m: { formula: "${'x'.repeat(1_000_000)}" } }`,
};

/** What other files of this process have left behind is not counted. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

it.each(Object.entries(BOMBS))('%s: read within seconds, in bounded memory', async (_what, text) => {
  expect(text.length).toBeLessThan(1024 * 1024);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const { ms, result } = await cpuMs(() => loadCatalog([COMPANY, { path: 'a/a.yaml', text }]));
  expect(ms).toBeLessThan(8_000);
  expect(result.catalog).not.toBeNull();
  expect(result.catalog!.dimensions.size).toBeLessThanOrEqual(60_000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(1.5e9);
});

it('whatever is too large is told at its place, and what it is made of stays', async () => {
  const { catalog, diagnostics } = await loadCatalog([
    COMPANY,
    { path: 'a/a.yaml', text: BOMBS['metrics that double']! },
  ]);
  const [first] = diagnostics;
  expect(first).toMatchObject({ code: 'FORMULA.TOO_LARGE', definition: { kind: 'metric' } });
  expect(catalog!.metrics.size).toBeGreaterThan(5);
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
    new Set(['FORMULA.TOO_LARGE', 'REFERENCE.BROKEN']),
  );
});

it('a circle is told, however long', async () => {
  const { diagnostics } = await loadCatalog([
    COMPANY,
    { path: 'a/a.yaml', text: BOMBS['a circle of metrics']! },
  ]);
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
    new Set(['REFERENCE.CYCLE', 'REFERENCE.BROKEN']),
  );
});

it('names of JavaScript are names: columns of __proto__, metrics of constructor', async () => {
  const text = `datasets:
  constructor: { table: t, key: constructor, time: __proto__, columns: { constructor: bigint, __proto__: timestamptz, hasOwnProperty: bigint }, joins: { parent: { to: constructor, by: hasOwnProperty } }, dimensions: { constructor: {} } }
metrics:
  constructor: { formula: sum(constructor."hasOwnProperty"), examples: [{ story: x, constructor: [{ __proto__: 2024-01-01T00:00:00Z }], answer: 0 }] }
segments: { constructor: { of: constructor, where: '"hasOwnProperty" = 1' } }
`;
  const { catalog, diagnostics } = await loadCatalog([COMPANY, { path: 'constructor/a.yaml', text }]);
  expect(diagnostics).toEqual([]);
  expect([...catalog!.datasets.get('constructor')!.columns.keys()]).toEqual([
    'constructor',
    '__proto__',
    'hasOwnProperty',
  ]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('what other readers of YAML read differently', () => {
  const plain = `metrics:\n  m: { formula: count(o), unit: pieces, label: A label }\n${SHOP()}`;
  const versionOf = async (text: string): Promise<string | undefined> =>
    (await loadCatalog([COMPANY, { path: 'a/a.yaml', text }])).catalog?.version;

  it('a byte order mark and line ends of Windows change nothing', async () => {
    const expected = await versionOf(plain);
    expect(await versionOf(`\ufeff${plain}`)).toBe(expected);
    expect(await versionOf(plain.replaceAll('\n', '\r\n'))).toBe(expected);
    expect(await versionOf(`# a comment\n${plain}\n\n# another\n`)).toBe(expected);
  });

  it.each([
    ['unit: yes', 'SHAPE.WRONG_TYPE'],
    ['unit: 2024-01-31', null],
    ['unit: 1e999', 'SHAPE.WRONG_TYPE'],
    ['unit: 0x1F', 'SHAPE.WRONG_TYPE'],
    ['unit: 1_000', null],
    ['unit: !!binary aGk=', 'YAML.ALIAS'],
    ['unit: &a pieces', 'YAML.ALIAS'],
    ['unit: pieces, unit: others', 'YAML.DUPLICATE_KEY'],
    ['<<: { unit: pieces }', 'YAML.ALIAS'],
    ['unit: "a\\0b"', 'SHAPE.TEXT'],
    ['unit: "\\ud800"', 'SHAPE.TEXT'],
    ['__proto__: { unit: x }', 'SHAPE.UNKNOWN_KEY'],
    ['empty: 99999999999999999999', 'SHAPE.WRONG_TYPE'],
  ])('%s', async (part, code) => {
    const { diagnostics } = await loadCatalog([
      COMPANY,
      { path: 'a/a.yaml', text: plain.replace('unit: pieces', part) },
    ]);
    expect(diagnostics.map((one) => one.code)).toEqual(code === null ? [] : [code]);
    for (const one of diagnostics) expect(one.definition).toEqual({ kind: 'metric', name: 'm' });
  });
});
