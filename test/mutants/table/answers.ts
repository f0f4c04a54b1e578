import { inFile, type Mutant } from '../mutant';

const STEPS = 'src/metrics/planner/metric-steps.ts';
const ORDER = 'src/metrics/planner/bind-order.ts';
const ASK = 'src/service/ask.ts';

const TOTALS = '...totals.result.columns.map((c) => c[0] ?? null)';
const totalsFrom = (metric: string, value: string): readonly [string, string] => [
  TOTALS,
  `...totals.result.columns.map((c, i) => {
      const shown = result.columns[bound.by.length + i].filter((v) => typeof v === 'number');
      const leaf = bound.metrics[i].formula.kind === 'reference' ? bound.metrics[i].leaves[0] : null;
      return typeof c[0] === 'number' && shown.length > 0 && ${metric} ? ${value} : (c[0] ?? null);
    })`,
];

/** Errors about what happens to finished numbers. */
export const ANSWER_MUTANTS: readonly Mutant[] = [
  {
    name: 'totals-are-averages-of-averages',
    row: 38,
    does: 'the total of an average is the average of the averages shown',
    edits: inFile(
      ASK,
      totalsFrom("leaf?.aggregate === 'avg'", 'shown.reduce((a, b) => a + b, 0) / shown.length'),
    ),
  },
  {
    name: 'totals-summed',
    row: 38,
    does: 'totals of sums and counts are the sums of what is shown',
    edits: inFile(ASK, totalsFrom('/sum|count/.test(leaf?.aggregate)', 'shown.reduce((a, b) => a + b, 0)')),
  },
  {
    name: 'having-applies-to-totals',
    row: 38,
    does: 'totals are hidden by `having`',
    edits: inFile('src/metrics/planner/build.ts', [
      'return { ...query, by: [], having: [], order: []',
      'return { ...query, by: [], order: []',
    ]),
  },
  {
    name: 'having-keeps-null',
    row: 39,
    does: '`having` keeps rows whose metric is NULL',
    edits: inFile('src/metrics/planner/having.ts', [
      'export function havingCondition(',
      `export const havingCondition = (...all) => ({
  kind: 'call',
  fn: 'coalesce',
  args: [conditionOf(...all), lit(true, { kind: 'boolean' })],
  type: { kind: 'boolean' },
});
function conditionOf(`,
    ]),
  },
  {
    name: 'having-on-rounded-values',
    row: 39,
    does: '`having` compares rounded values',
    edits: inFile(STEPS, [
      'havingCondition(h, value',
      `havingCondition(h, (m) =>
          m.type.kind === 'double' || m.type.kind === 'decimal' ? call('round', [value(m)], m.type) : value(m)`,
    ]),
  },
  {
    name: 'having-makes-groups',
    row: 39,
    does: 'a metric that only `having` looks at adds its groups to the answer',
    edits: inFile(STEPS, [
      'if (query.by.length === 0 || leaves.every((l) => isAsked(query, l))) return branches;',
      'if (leaves.length > 0) return branches;',
    ]),
  },
  {
    name: 'nulls-first',
    row: 22,
    does: 'NULLs come first',
    edits: inFile(
      ORDER,
      ["nulls: item.nulls === 'FIRST' ? 'first' : 'last',", "nulls: 'first',"],
      ["direction: 'asc', nulls: 'last' }", "direction: 'asc', nulls: 'first' }"],
    ),
  },
  {
    name: 'ties-in-no-order',
    row: 22,
    does: 'rows that are equal in what they are ordered by come as they may',
    edits: inFile(ORDER, [
      "return [...keys, ...rest.map((b): OrderKey => ({ column: b.name, direction: 'asc', nulls: 'last' }))];",
      "return keys.length > 0 ? keys : rest.map((b): OrderKey => ({ column: b.name, direction: 'asc', nulls: 'last' }));",
    ]),
  },
  {
    name: 'limit-before-order',
    row: 1,
    does: 'rows are cut before they are ordered',
    edits: inFile(STEPS, [
      '  const types = new Map(input.columns.map(',
      '  if (query.limitIsAsked && query.order.length > 0) Object.assign(input, { limit: query.limit });\n  const types = new Map(input.columns.map(',
    ]),
  },
];
