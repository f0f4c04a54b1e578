import { parseFormula } from '../../src/metrics/language/parse';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import { cpuMs } from './texts';

beforeAll(loadGrammar);

const nested = (open: string, inner: string, close: string, times: number): string =>
  open.repeat(times) + inner + close.repeat(times);

/** Each costs a grammar or a tree walk most for its length. */
const BOMBS: Readonly<Record<string, string>> = {
  'a sum of 50,000 terms': `1${'+1'.repeat(49_999)}`,
  'a sum as long as a formula may be': `1${'+1'.repeat(9_990)}`,
  'an or of 50,000 terms': Array(50_000).fill('a.b').join(' or '),
  '10,000 parentheses': nested('(', '1', ')', 10_000),
  '9,990 open parentheses': '('.repeat(9_990),
  'signs without end': `${'- '.repeat(9_990)}a`,
  'signs in one word': `1${'-+'.repeat(9_900)}1`,
  negations: `${'not '.repeat(4_990)}a`,
  conversions: `a${'::integer'.repeat(2_200)}`,
  'calls in calls': nested('abs(', 'a', ')', 3_900),
  'cases in cases': nested('case when a then ', '1', ' end', 900),
  'an operand of cases, written out': nested(
    'case (',
    'a',
    ') when 1 then 1 when 2 then 2 when 3 then 3 end',
    25,
  ),
  'a value of betweens, written out': nested('(', 'a', ' between 1 and 2)', 60),
  'a list of 9,000 values in parentheses': `a in (${nested('(', '1', ')', 4_000)})`,
  'a list of 50,000 values': `a in (${Array(50_000).fill('1').join(',')})`,
  'a megabyte': 'x'.repeat(1_000_000),
};

describe('a formula that is too much', () => {
  it.each(Object.entries(BOMBS))('%s ends soon, without an exception', async (_what, text) => {
    const { ms, result } = await cpuMs(() => parseFormula(text));
    expect(result.ok ? 'FORMULA.TOO_LARGE' : result.problem.code).toMatch(/FORMULA\.(TOO_LARGE|SYNTAX)/);
    expect(ms).toBeLessThan(1000);
  });

  it('leaves the grammar as it was, also after hundreds of them', () => {
    for (let i = 0; i < 20; i++) for (const text of Object.values(BOMBS)) parseFormula(text);
    expect(parseFormula('sum(a.b) + 1').ok).toBe(true);
  });

  it('may be a long list, or a long condition', () => {
    expect(parseFormula(`a in (${Array(6_000).fill('1').join(',')})`).ok).toBe(true);
    expect(parseFormula(Array(1_200).fill('a.b is null').join(' or ')).ok).toBe(true);
  });
});

/** Each is SQL somewhere, and would do or show something that no formula may. */
const TRICKS: readonly string[] = [
  '1; drop table x',
  'a;',
  'select 1',
  '(select 1)',
  'exists(select 1)',
  'a = any(select 1)',
  'a in (select 1)',
  '$1',
  ':x',
  '?',
  'a ? b',
  'sum(a) over ()',
  'sum(a) over w window w as ()',
  'a -- b',
  'a /* b */',
  'a /* /* */ */',
  "E'\\'' -- '",
  "E'\\x41'",
  "e'a'",
  "U&'d\\0061t'",
  'U&"d\\0061t"',
  "U&'d!0061t' uescape '!'",
  '$$a$$',
  '$x$a$x$',
  "x'41'",
  "b'101'",
  "N'abc'",
  'main.sum(a)',
  'a collate "C"',
  'array[1]',
  'a[1]',
  '(a).b',
  '*',
  'a.*',
  'current_user',
  'a from b',
  'a as b',
  'a union select 1',
  'xmlelement(name a)',
  'json_object(a:b)',
  'a ~ b',
  '|/ a',
  '@ a',
  '# 1',
  'a OPERATOR(pg_catalog.+) b',
  'string_agg(a, b order by c)',
  'percentile_cont(0.5) within group (order by a)',
  'f(variadic a)',
  'a\u00a0+ b',
  '\ufeffa',
  'a\u200bb',
  'a\u202eb',
  'a\0b',
  "'a\ud800'",
  '1e400',
  '9'.repeat(39),
  `1.${'1'.repeat(38)}`,
];

it.each(TRICKS)('%j is refused', (text) => {
  expect(parseFormula(text)).toMatchObject({ ok: false });
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  '%s is no type and no function',
  (name) => {
    expect(parseFormula(`a::"${name}"`)).toMatchObject({ ok: true, syntax: { type: name } });
    expect(parseFormula(`pg_catalog."${name}"(a)`)).toMatchObject({ ok: true, syntax: { name } });
  },
);

it.each([
  ["'é' + )", ')'],
  ["'😀👩‍👩‍👧' + )", ')'],
  ["'\u05e9\u05dc' || 'e\u0301' @@ x", '@@'],
  ["'日本語' = a and foo.bar ! c", '!'],
  ["'😀' || (select 1)", '('],
  ["a = '😀' or b ~ '😀'", '~'],
  ["'ﷺ' || x'41'", 'x'],
])('in %s the fault is at %s', (text, sign) => {
  const parsed = parseFormula(text);
  const from = parsed.ok ? -1 : parsed.problem.range.from;
  expect(text.slice(from, from + sign.length)).toBe(sign);
});
