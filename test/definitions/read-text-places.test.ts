import fc from 'fast-check';
import { Document, isMap, isScalar, Scalar, type ToStringOptions } from 'yaml';
import { parseYaml } from '../../src/metrics/definitions/yaml-document';
import { withoutForbidden, yamlSource } from '../../src/metrics/definitions/yaml-source';
import { mapText } from '../../src/metrics/definitions/yaml-text-map';

/** The scalar under the key `k` of a mapping, at any depth, or null when the text is not valid YAML. */
function scalarUnderK(text: string): { scalar: Scalar; source: string } | null {
  const source = yamlSource({ path: 'a.yaml', text });
  const document = parseYaml(source);
  if (document.faults.length > 0) return null;
  let node: unknown = document.contents;
  while (isMap(node)) {
    const inner: unknown = node.get('k', true) ?? node.get('outer', true);
    if (inner === undefined) return null;
    node = inner;
  }
  return isScalar(node) ? { scalar: node, source: source.text } : null;
}

/** Every character of the text is at its place in the file, unless an escape or a fold wrote it. */
function expectExact(text: string, options: { readonly mayEscape?: boolean } = {}): number {
  const found = scalarUnderK(text);
  if (!found) return 0;
  const { scalar, source } = found;
  const map = mapText(source, scalar);
  if (map === null) throw new Error(`no map for ${JSON.stringify(text)}`);
  expect(map.text).toBe(scalar.source);
  let last = -1;
  for (let i = 0; i < map.text.length; i += 1) {
    const [from, to] = [map.starts[i]!, map.ends[i]!];
    const written = source.slice(from, to);
    const isEscape = options.mayEscape && written.startsWith('\\');
    const isQuote = written === "''" && map.text[i] === "'";
    const isFold = written === '\n' && map.text[i] === ' ';
    const isAddedAtEnd = written === '' && map.text[i] === '\n' && from === source.length;
    if (!isEscape && !isQuote && !isFold && !isAddedAtEnd) expect(written).toBe(map.text[i]);
    expect(from).toBeGreaterThanOrEqual(last);
    last = from;
  }
  return map.text.length;
}

const STYLES: Readonly<Record<string, { readonly type: Scalar.Type; readonly options?: ToStringOptions }>> = {
  plain: { type: 'PLAIN' },
  'plain, folded': { type: 'PLAIN', options: { lineWidth: 20, minContentWidth: 0 } },
  'single-quoted': { type: 'QUOTE_SINGLE' },
  'single-quoted, folded': { type: 'QUOTE_SINGLE', options: { lineWidth: 20, minContentWidth: 0 } },
  'double-quoted': { type: 'QUOTE_DOUBLE', options: { lineWidth: 0 } },
  'double-quoted, folded': {
    type: 'QUOTE_DOUBLE',
    options: { lineWidth: 20, minContentWidth: 0, doubleQuotedMinMultiLineLength: 10 },
  },
  literal: { type: 'BLOCK_LITERAL' },
  'folded block': { type: 'BLOCK_FOLDED', options: { lineWidth: 20, minContentWidth: 0 } },
};

const character = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('a', 'b', 'c', ' ', ' ', "'", '"', '\\', ':', '#', '-', ',', '{', '\t'),
  },
  { weight: 3, arbitrary: fc.constantFrom('\n', '\n\n', ' \n', '\n ', '\n\t') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'é',
      '中',
      '😀',
      '👨‍👩‍👧',
      'א',
      '\u00a0',
      '\u2028',
      '\u0085',
      '\0',
      '\x1b',
      '\r',
    ),
  },
);
const anyText = fc.array(character, { maxLength: 60 }).map((parts) => parts.join(''));

const written = (
  text: string,
  style: { type: Scalar.Type; options?: ToStringOptions },
  crlf: boolean,
  bom: boolean,
): string => {
  const scalar = new Scalar(text);
  scalar.type = style.type;
  const document = new Document({ before: 1, outer: { k: scalar }, after: ['x'] }).toString(style.options);
  return (bom ? '\ufeff' : '') + (crlf ? document.replaceAll('\n', '\r\n') : document);
};

describe.each(Object.entries(STYLES))('a text that yaml writes as %s', (_name, style) => {
  it('leads back to each of its characters', () => {
    let mapped = 0;
    fc.assert(
      fc.property(anyText, fc.boolean(), fc.boolean(), (text, crlf, bom) => {
        // What is refused anyway, a raw ESC, is replaced before it is parsed.
        mapped += expectExact(withoutForbidden(written(text, style, crlf, bom)), { mayEscape: true });
      }),
      { numRuns: 300 },
    );
    expect(mapped).toBeGreaterThan(200);
  });
});

describe('a text as people write it', () => {
  const piece = fc.constantFrom(
    'a',
    'bc',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n  ',
    '\n    ',
    '\n   ',
    '\n\n',
    '\r\n',
    '\r\n  ',
    "''",
    '"',
    '\\n',
    '\\\n   ',
    '\\x41',
    '\\U0001F600',
    '\\ ',
    '😀',
    '#',
    ' #',
    ': ',
    ':x',
    '-',
    '- ',
  );
  const body = fc.array(piece, { maxLength: 25 }).map((parts) => parts.join(''));
  const header = fc.tuple(
    fc.constantFrom('|', '>'),
    fc.constantFrom('', '1', '2', '3', '4'),
    fc.constantFrom('', '-', '+'),
    fc.constantFrom('', ' # why'),
  );

  it.each([
    ['plain', body.map((text) => `k: ${text}`)],
    ['plain, nested', body.map((text) => `outer:\n  k: ${text}\n`)],
    ['single-quoted', body.map((text) => `outer:\n  k: '${text}'\n`)],
    ['double-quoted', body.map((text) => `outer:\n  k: "${text}" # end\n`)],
    ['between braces', body.map((text) => `outer: { k: '${text}' , z: 1 }`)],
    [
      'a block',
      fc
        .tuple(header, body)
        .map(
          ([[sign, digit, chomp, comment], text]) =>
            `outer:\n  k: ${sign}${digit}${chomp}${comment}\n    ${text}`,
        ),
    ],
    [
      'a block with the chomping first',
      fc
        .tuple(header, body)
        .map(([[sign, digit, chomp], text]) => `k: ${sign}${chomp}${digit}\r\n  ${text}\nz: 1\n`),
    ],
  ])('leads back to each of its characters when it is %s', (_name, texts) => {
    let mapped = 0;
    fc.assert(
      fc.property(texts, (text) => {
        mapped += expectExact(withoutForbidden(text), { mayEscape: true });
      }),
      { numRuns: 600 },
    );
    expect(mapped).toBeGreaterThan(200);
  });
});

describe('the place of a part of a text', () => {
  /** Source text of the characters `part` of the value. */
  const sourceOf = (text: string, part: string): string => {
    const found = scalarUnderK(text)!;
    const map = mapText(found.source, found.scalar)!;
    const index = map.text.indexOf(part);
    if (index === -1) throw new Error(`${JSON.stringify(part)} is not in ${JSON.stringify(map.text)}`);
    return found.source.slice(map.starts[index], map.ends[index + part.length - 1]);
  };

  it.each([
    ['plain over lines', 'k: one\n  two three\n', 'two', 'two'],
    ['plain over lines, with the fold', 'k: one\n  two three\n', 'e two', 'e\n  two'],
    ['plain over an empty line', 'k: one\n\n  two\n', 'one\ntwo', 'one\n\n  two'],
    ['single-quoted with a quote', "k: 'it''s so'\n", "'s", "''s"],
    ['double-quoted with an escape', 'k: "a\\tb c"\n', 'b', 'b'],
    ['double-quoted, the escape itself', 'k: "a\\u00e9b"\n', 'é', '\\u00e9'],
    ['double-quoted, beyond the BMP', 'k: "a\\U0001F600b"\n', '😀', '\\U0001F600'],
    ['double-quoted with an escaped line break', 'k: "one\\\n    two"\n', 'onetwo', 'one\\\n    two'],
    ['literal', 'k: |\n  one\n    two\n', '  two', '  two'],
    ['literal with an explicit indentation', 'k: |1\n  one\n', ' one', ' one'],
    ['literal that keeps its end', 'k: |+\n  one\n\n\nz: 1\n', 'one\n\n\n', 'one\n\n\n'],
    ['folded', 'k: >-\n  one\n  two\n\n  three\n', 'two\nthree', 'two\n\n  three'],
    ['folded with an indented line', 'k: >\n  one\n    two\n  three\n', '\n  two\n', '\n    two\n'],
    ['a file with CRLF', 'k: |\r\n  one\r\n  two\r\n', 'two', 'two'],
    ['after an emoji', 'k: 😀 sum(x)\n', 'sum', 'sum'],
  ])('is found when it is %s', (_name, text, part, expected) => {
    expect(sourceOf(text, part)).toBe(expected);
  });
});
