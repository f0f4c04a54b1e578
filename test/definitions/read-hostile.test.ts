import fc from 'fast-check';
import { renderDiagnostic } from '../../src/base/code-frame';
import { CODES } from '../../src/base/codes';
import { readDefinitions } from '../../src/metrics/definitions/read';
import { COMPANY, readText } from './read-marked';

/** Large enough that a cost which grows with the square of it takes minutes. */
const SIZE = 300_000;
const fill = (piece: string, size = SIZE): string => piece.repeat(Math.floor(size / piece.length));
const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** Texts that cost a parser most: per byte one error, one node, one level, one key. */
const BOMBS: Readonly<Record<string, string>> = {
  'nested lists': fill('['),
  'nested mappings': fill('{a: '),
  'nested lists in blocks': fill('- '),
  'nested keys': fill('? '),
  'nested values': fill(': '),
  'nested by indentation': lines(700, (i) => `${' '.repeat(i)}a:\n`),
  commas: `a: [${fill(',')}]`,
  'open quotes': fill("a: '\n"),
  'wrong escapes': `a: "${fill('\\q')}"`,
  brackets: fill(']'),
  documents: fill('---\n'),
  directives: fill('%A b\n'),
  anchors: `a: ${fill('&a ')}`,
  aliases: `metrics:\n${fill('  - *a\n')}`,
  'one key over and over': `metrics:\n${fill(' a:\n')}`,
  'unknown keys': lines(30_000, (i) => `k${i}: 1\n`),
  'unknown keys of a metric': `metrics:\n a:\n${lines(27_000, (i) => `  k${i}: 1\n`)}`,
  'wrong columns': `datasets:\n a:\n  columns:\n${lines(18_000, (i) => `   k${i}: int8\n`)}`,
  roles: `datasets:\n a:\n  joins:\n${lines(10_000, (i) => `   j${i}: { to: a, by: b }\n`)}`,
  NULs: `metrics:\n a: ${fill('\0')}`,
  'one long line': `metrics: { a: { formula: "${fill('x')}", lable: 1 } }`,
};

describe('a large file is bounded in time and findings', () => {
  const cpuSeconds = (text: string): number => {
    const started = process.cpuUsage();
    const raw = readText(text);
    const { user, system } = process.cpuUsage(started);
    expect(raw.diagnostics.length).toBeGreaterThan(0);
    expect(raw.diagnostics.length).toBeLessThan(200);
    expect(raw.metrics).toEqual([]);
    return (user + system) / 1e6;
  };

  it.each(Object.entries(BOMBS))('%s', (_name, text) => {
    expect(text.length).toBeGreaterThan(SIZE / 2);
    expect(cpuSeconds(text)).toBeLessThan(6);
  });

  it('at the full size too', () => {
    expect(cpuSeconds(fill("a: '\n", 1024 * 1024))).toBeLessThan(15);
  });

  it('an alias bomb is refused where it is, and never unfolded', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `  - &l${i + 1} [${`*l${i}, `.repeat(10)}]`);
    const raw = readText(`metrics:\n  a: { formula: x }\n  b:\n  - &l0 [x]\n${levels.join('\n')}\n`);
    expect(new Set(raw.diagnostics.map(({ code }) => code))).toEqual(
      new Set(['YAML.ALIAS', 'SHAPE.WRONG_TYPE']),
    );
    expect(raw.metrics.map(({ name }) => name)).toEqual(['a']);
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: none may reach the terminal
const DANGEROUS = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]/;

describe('whatever a file holds', () => {
  const piece = fc.constantFrom(
    'metrics:',
    'datasets:',
    'version: 1',
    '\n',
    '\n  ',
    '\n    ',
    '\n\t',
    'a',
    'formula',
    ': ',
    'x',
    '- ',
    '? ',
    '{',
    '}',
    '[',
    ']',
    ', ',
    '"',
    "'",
    '|',
    '>',
    '&a ',
    '*a',
    '!!str ',
    '<<',
    '#',
    '%YAML 1.1',
    '---',
    '...',
    '\0',
    '\x1b[2J',
    '\r',
    '\r\n',
    '\u2028',
    '\ud800',
    '😀',
    '\ufeff',
    '__proto__',
    'constructor',
    'toString',
    'columns',
    'table',
    'joins',
    '1',
    'yes',
    '~',
    '.nan',
    '9'.repeat(400),
  );
  const hostile = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );
  const sound = { path: 'z/sound.yaml', text: 'metrics: { sound: { formula: x } }' };

  it('reading ends with findings in the file and a sound neighbour', () => {
    let findings = 0;
    fc.assert(
      fc.property(hostile, fc.constantFrom('a/a.yaml', 'a/team.yaml'), (text, path) => {
        const raw = readDefinitions([COMPANY, { path, text }, sound]);
        expect(raw.metrics.some(({ name }) => name === 'sound')).toBe(true);
        for (const diagnostic of raw.diagnostics) {
          findings += 1;
          const { start, end } = diagnostic.at;
          expect(CODES).toHaveProperty([diagnostic.code]);
          expect(diagnostic.at.file).toBe(path);
          expect(start.line).toBeGreaterThanOrEqual(1);
          expect(end.line > start.line || end.column >= start.column).toBe(true);
          expect(start.line).toBeLessThanOrEqual(text.split('\n').length);
          expect(renderDiagnostic(diagnostic, text, { color: false })).not.toMatch(DANGEROUS);
        }
      }),
      { numRuns: 1500 },
    );
    expect(findings).toBeGreaterThan(1000);
  });

  it('nothing of it reaches the prototype of all objects', () => {
    readText(
      '__proto__: { polluted: 1 }\nmetrics:\n  __proto__: { polluted: 1 }\n  constructor: { prototype: { polluted: 1 } }\n  a: { formula: x, labels: { __proto__: { polluted: 1 } } }\n',
    );
    readText(
      'datasets: { a: { table: t, columns: { __proto__: { polluted: bigint } }, joins: { __proto__: { to: b, by: c } } } }',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('the company is read as carefully', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const raw = readDefinitions([{ path: 'company.yaml', text }]);
        expect(raw.company === null).toBe(raw.diagnostics.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});

it('a formula is text: nothing in it is refused but what cannot be seen', () => {
  const formula = `'; drop table orders; -- /* \${x} {{x}} \\ " ' %s`;
  const raw = readText(`metrics: { a: { formula: ${JSON.stringify(formula)} } }`);
  expect(raw.metrics[0]!.value.formula).toBe(formula);
});
