import { parseFormula } from '../../src/metrics/language/parse';
import { loadGrammar } from '../../src/metrics/language/postgres-tree';
import type { Syntax } from '../../src/metrics/language/syntax';
import { clauseRange, proofHint } from '../../src/service/examples/clause-words';
import { type Clause, clausesOf, type MetricTree } from '../../src/service/examples/clauses';
import { checkMetrics, metric, onlyFinding, said } from './check-text';

beforeAll(() => loadGrammar());

function parse(text: string): Syntax {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.syntax;
}

/** A tree without the places of its parts. */
const bare = (tree: unknown): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'range' ? undefined : value)));

const tree = (formula: string, where?: string): MetricTree => ({
  formula: parse(formula),
  where: where === undefined ? null : parse(where),
  empty: undefined,
});

const words = (text: string, clause: Clause): string => {
  const { from, to } = clauseRange(text, clause);
  return text.slice(from, to);
};

describe('taking a clause out of a formula', () => {
  test.each([
    ['coalesce(sum(o.a), 0)', ['sum(o.a)']],
    ['sum(coalesce(o.a, o.b, 0)) + 1', ['sum(o.a) + 1']],
    ['sum(o.a) / nullif(count(o), 0)', ['sum(o.a) / count(o)']],
    ['coalesce(nullif(sum(o.a), 1), 2)', ['nullif(sum(o.a), 1)', 'coalesce(sum(o.a), 2)']],
    ['count(distinct o.a)', ['count(o.a)']],
    ['count(distinct row(o.a, o.b))', ['count(case when o.a is not null and o.b is not null then 1 end)']],
    ["count(o) filter (where o.a = 'x')", ['count(o)']],
    ['count(o) filter (where o.a and o.b)', ['count(o) filter (where o.b)', 'count(o) filter (where o.a)']],
    ['sum(o.a) filter (where o.x) / sum(o.a)', ['sum(o.a) / sum(o.a)']],
    [
      'case when coalesce(sum(o.a), 0) > 1 then count(distinct o.b) else coalesce(m, 1) end',
      [
        'case when sum(o.a) > 1 then count(distinct o.b) else coalesce(m, 1) end',
        'case when coalesce(sum(o.a), 0) > 1 then count(o.b) else coalesce(m, 1) end',
        'case when coalesce(sum(o.a), 0) > 1 then count(distinct o.b) else m end',
      ],
    ],
    ['coalesce(sum(o.a), 0)::double', ['sum(o.a)::double']],
    ['sum(o.a) + m', []],
    ["'coalesce(a, b)' || max(o.a)", []],
  ])('%s', (formula, left) => {
    const found = clausesOf(tree(formula)).map(({ without }) => bare(without.formula));
    expect(found).toEqual(left.map((text) => bare(parse(text))));
  });

  test('leaves the tree as it was', () => {
    const whole = tree('count(distinct coalesce(o.a, 1)) filter (where o.b and o.c)', 'o.d and o.e');
    const before = JSON.stringify(whole);
    clausesOf(whole);
    expect(JSON.stringify(whole)).toBe(before);
  });
});

describe('taking a term out of a condition', () => {
  test.each([
    ['o.a', [null]],
    ['o.a and o.b and o.c', ['o.b and o.c', 'o.a and o.c', 'o.a and o.b']],
    ['o.a and (o.b and o.c)', ['o.b and o.c', 'o.a and o.c', 'o.a and o.b']],
    ['o.a or o.b', [null]],
    ['(o.a or o.b) and not (o.c and o.d)', ['not (o.c and o.d)', 'o.a or o.b']],
    ['o.n between 1 and 2 and o.a', ['o.a', 'o.n between 1 and 2']],
  ])('%s', (where, left) => {
    const found = clausesOf(tree('count(o)', where));
    expect(found.map(({ kind }) => kind)).toEqual(left.map(() => 'where'));
    expect(found.map(({ without }) => bare(without.where))).toEqual(
      left.map((text) => (text === null ? null : bare(parse(text)))),
    );
  });
});

describe('the words of a clause', () => {
  test.each([
    ["o.a = 'x' and o.b", ["o.a = 'x'", 'o.b']],
    ['not o.a and not (o.b or o.c)', ['not o.a', 'not (o.b or o.c)']],
    ['o.a is not null and o.b is null', ['o.a is not null', 'o.b is null']],
    ['o.a is true and o.b is not false', ['o.a is true', 'o.b is not false']],
    ["o.a in ('x', 'y)') and o.b not in (1, 2)", ["o.a in ('x', 'y)')", 'o.b not in (1, 2)']],
    ['(o.a + o.b) * 2 > ((3)) and o.c', ['(o.a + o.b) * 2 > ((3))', 'o.c']],
    ['(o.a > 1) and (o.b > 2)', ['o.a > 1', 'o.b > 2']],
    ["starts_with(o.a, '(') and lower(o.b) like 'x%'", ["starts_with(o.a, '(')", "lower(o.b) like 'x%'"]],
    ['case when o.a then o.b else o.c end and o.d', ['case when o.a then o.b else o.c end', 'o.d']],
    [
      "o.t >= '2025-01-01'::date and o.n between 1 and 2",
      ["o.t >= '2025-01-01'::date", 'o.n between 1 and 2'],
    ],
    [
      'o.a is distinct from o.b and extract(hour from o.t) < 3',
      ['o.a is distinct from o.b', 'extract(hour from o.t) < 3'],
    ],
    ["o.a = 'שלום 😀' and o.b = 'é'", ["o.a = 'שלום 😀'", "o.b = 'é'"]],
  ])('%s', (where, expected) => {
    const found = clausesOf(tree('count(o)', where));
    expect(found.map((clause) => words(where, clause))).toEqual(expected);
  });

  test.each([
    ['count( distinct o.a) / count(o)', ['distinct']],
    ['1 - coalesce(sum(o.a), (0))', ['coalesce(sum(o.a), (0))']],
    [
      "nullif(sum(o.a), 0) + count(o) filter (where o.b = 'distinct')",
      ['nullif(sum(o.a), 0)', "o.b = 'distinct'"],
    ],
  ])('%s', (formula, expected) => {
    expect(clausesOf(tree(formula)).map((clause) => words(formula, clause))).toEqual(expected);
  });
});

describe('what would prove a clause', () => {
  test.each([
    ["o.a = 'x'", "add a row with o.a other than 'x'"],
    ["o.a <> 'x'", "add a row with o.a 'x'"],
    ["o.a in ('x', 'y')", "add a row with o.a other than 'x', 'y'"],
    ['o.a', 'add a row in which o.a is not true'],
    ['not o.a', 'add a row in which o.a is true'],
    ['o.a is null', 'add a row with a value in o.a'],
    ['o.a is not null', 'add a row without o.a'],
    ['o.a > o.b', 'add a row for which o.a > o.b is not true'],
  ])('%s', (where, hint) => {
    const [clause] = clausesOf(tree('count(o)', where));
    expect(proofHint(where, clause!)).toBe(hint);
  });

  test.each([
    ['count(distinct o.a)', 'add a second row with the same o.a'],
    ['count(distinct row(o.a, o.b))', 'add a second row with the same o.a and o.b'],
    ['coalesce(sum(o.a), 0)', 'add an example in which sum(o.a) is null'],
    ['nullif(count(o), 0)', 'add an example in which count(o) equals 0'],
  ])('%s', (formula, hint) => {
    const [clause] = clausesOf(tree(formula));
    expect(proofHint(formula, clause!)).toBe(hint);
  });
});

describe('a clause that no example proves', () => {
  const ROWS = 'orders: [{ status: done, amount: 5, items: 2, is_test: false, customer_id: 1 }]';

  test.each([
    [
      'of `where`',
      "formula: count(orders)\nwhere: «orders.status = 'done'»",
      1,
      "add a row with orders.status other than 'done'",
    ],
    [
      'of `filter`',
      'formula: count(orders) filter (where «not orders.is_test»)',
      1,
      'add a row in which orders.is_test is true',
    ],
    [
      '`distinct`',
      'formula: count(«distinct» orders.customer_id)',
      1,
      'add a second row with the same orders.customer_id',
    ],
    [
      '`coalesce`',
      'formula: «coalesce(sum(orders.amount), 0)»',
      5,
      'add an example in which sum(orders.amount) is null',
    ],
    [
      '`nullif`',
      'formula: sum(orders.amount) - «nullif(count(orders), 0)»',
      4,
      'add an example in which count(orders) equals 0',
    ],
    ['`empty`', 'formula: sum(orders.amount)\nempty: «0»', 5, 'add an example without a row that counts'],
    [
      'inside of an aggregate',
      'formula: sum(«coalesce(orders.amount, 0)»)',
      5,
      'add an example in which orders.amount is null',
    ],
  ])('%s is named with its place and what would prove it', async (_, keys, answer, hint) => {
    const found = await onlyFinding(keys, `- { story: s, ${ROWS}, answer: ${answer} }`);
    expect(found).toMatchObject({ code: 'EXAMPLE.UNPROVED_CLAUSE', severity: 'warning', hint });
    expect(found.message).toMatch(/^No example of "m" changes when ".+" is left out\.$/);
  });

  test.each([
    ['of `where`', "formula: count(orders)\nwhere: orders.status = 'done'", '{}', 0],
    ['of `filter`', 'formula: count(orders) filter (where not orders.is_test)', '{ is_test: true }', 0],
    [
      '`distinct`',
      'formula: count(distinct orders.customer_id)',
      '{ customer_id: 1 }, { customer_id: 1 }',
      1,
    ],
    [
      '`distinct` of several columns',
      'formula: count(distinct row(orders.items, orders.status))',
      '{ items: 1, status: a }, { items: 1, status: a }, { items: 1 }',
      1,
    ],
    ['`coalesce`', 'formula: coalesce(sum(orders.amount), 0)', '', 0],
    [
      '`nullif`',
      'formula: sum(orders.amount) - nullif(sum(orders.items), 0)',
      '{ amount: 1, items: 0 }',
      null,
    ],
    ['`empty`', 'formula: sum(orders.amount)\nempty: 0', '', 0],
    [
      'without which there is no answer at all',
      "formula: max(orders.status::integer)\nwhere: orders.status <> 'x'",
      "{ status: x }, { status: '7' }",
      7,
    ],
  ])('%s is proved by a row', async (_, keys, rows, answer) => {
    const checked = await checkMetrics(metric(keys, `- { story: s, orders: [${rows}], answer: ${answer} }`));
    expect(said(checked)).toEqual([]);
  });

  test('may be proved by the groups of an answer alone', async () => {
    const example = (by: string): string => `- story: s
  orders: [{ items: 1, status: a }, { items: 2, status: b }]
${by}`;
    const keys = "formula: max(orders.items)\nwhere: orders.status <> 'a'";
    expect(said(await checkMetrics(metric(keys, example('  answer: 2'))))).toHaveLength(1);
    const split = '  by: orders.status\n  answer: [{ orders.status: b, m: 2 }]';
    expect(said(await checkMetrics(metric(keys, example(split))))).toEqual([]);
  });

  test('of a metric that is named is not asked about again', async () => {
    const checked = await checkMetrics(`metrics:
  tested: { formula: count(orders) filter (where orders.is_test) }
  tested_share:
    formula: tested / count(orders)
    examples: [{ story: s, orders: [{ is_test: true }, { is_test: false }], answer: 0.5 }]
`);
    expect(said(checked)).toEqual([]);
  });

  test('of a metric of metrics is pushed into each of them, and asked about', async () => {
    const definition = (row: string): string => `metrics:
  placed: { formula: count(orders) }
  big:
    formula: sum(orders.amount) / placed
    where: orders.items > 1
    examples: [{ story: s, orders: [{ items: 2, amount: 8 }${row}], answer: 8 }]
`;
    expect(said(await checkMetrics(definition('')))).toEqual([
      'EXAMPLE.UNPROVED_CLAUSE No example of "big" changes when "orders.items > 1" is left out.',
    ]);
    expect(said(await checkMetrics(definition(', { items: 1, amount: 2 }')))).toEqual([]);
  });

  test.each([
    [
      'a term that stands twice',
      'formula: count(orders) filter (where orders.is_test)\nwhere: orders.is_test',
      2,
      'orders.is_test',
    ],
    ['an `empty` that is the default', 'formula: count(orders)\nempty: 0', 1, 'empty: 0'],
  ])('%s can never be proved, and is told so', async (_, keys, times, text) => {
    const { findings } = await checkMetrics(
      metric(keys, '- { story: s, orders: [{ is_test: true }, { is_test: true }], answer: 2 }'),
    );
    expect(findings.map(({ code, message, hint }) => [code, message, hint])).toEqual(
      Array(times).fill([
        'EXAMPLE.UNPROVED_CLAUSE',
        `"m" says the same without "${text}".`,
        'leave it out: nothing depends on it',
      ]),
    );
  });

  test('is not looked for where an example cannot be run: it may be the one', async () => {
    const keys = 'formula: count(orders)\nwhere: orders.is_test';
    const checked = await checkMetrics(
      metric(
        keys,
        '- { story: s, orders: [{ is_test: true }], answer: 1 }\n- { story: t, orders: [{ is_test: 7 }], answer: 0 }',
      ),
    );
    expect(checked.findings.map(({ code }) => code)).toEqual(['TYPE.BAD_LITERAL']);
  });

  test('a metric without examples is left in peace', async () => {
    expect(
      said(await checkMetrics('metrics: { m: { formula: count(orders), where: orders.is_test } }')),
    ).toEqual([]);
  });

  test('a condition of hundreds of terms is bounded', async () => {
    const where = Array.from({ length: 700 }, (_, i) => `orders.items <> ${i}`).join(' and ');
    const checked = await checkMetrics(
      metric(
        `formula: count(orders)\nwhere: ${where}`,
        '- { story: s, orders: [{ items: 1 }, { items: -1 }], answer: 1 }',
      ),
    );
    expect(checked.findings).toHaveLength(99);
  });
});
