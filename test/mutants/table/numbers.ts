// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of sources that hold templates
import { type Edit, inFile, type Mutant } from '../mutant';

const KINDS = 'src/metrics/kinds/aggregates.ts';
const DUCKDB = 'src/metrics/sql/dialects/duckdb.ts';
const STEPS = 'src/metrics/planner/metric-steps.ts';

const PRINT = 'src/metrics/sql/print-expression.ts';

/** Sums of a kind of number inside of something else, outside of their filter. */
const sumsWrapped = (kind: string, wrapped: string): readonly Edit[] =>
  inFile(PRINT, [
    'return a.filter ? sql`${value} filter (where ${printExpression(a.filter, dialect)})` : value;',
    `const whole = a.filter ? sql\`\${value} filter (where \${printExpression(a.filter, dialect)})\` : value;
  return a.fn === 'sum' && a.type.kind === '${kind}' ? sql\`${wrapped}\` : whole;`,
  ]);

const sumOfDoubles = (kind: string): readonly Edit[] =>
  inFile(DUCKDB, [
    '    sum: ([a]) => sql`sum(${a!})`,',
    `    sum: ([a], { type }) => type.kind === '${kind}' ? sql\`sum(cast(\${a} as double))\` : sql\`sum(\${a})\`,`,
  ]);

/** Errors about values: NULLs, types, arithmetic, aggregates. */
export const NUMBER_MUTANTS: readonly Mutant[] = [
  {
    name: 'empty-dropped',
    row: 11,
    does: '`empty` is ignored: no rows give NULL',
    edits: inFile(STEPS, [
      'return leaf.empty === null ? value : call(',
      'return leaf.empty !== undefined ? value : call(',
    ]),
  },
  {
    name: 'zero-divisor-gives-infinity',
    row: 12,
    does: 'division by zero is infinite',
    edits: inFile(DUCKDB, ['sql`(${a!} / nullif(${b!}, 0))`', 'sql`(${a!} / ${b!})`']),
  },
  {
    name: 'integers-divide-to-integers',
    row: 13,
    does: 'integers are divided without a remainder',
    edits: inFile(DUCKDB, [
      'divide: ([a, b]) => sql`(${a!} / nullif(${b!}, 0))`,',
      "divide: ([a, b], call) => call.args.every((x) => x.type.kind === 'integer') ? sql`(${a!} // nullif(${b!}, 0))` : sql`(${a!} / nullif(${b!}, 0))`,",
    ]),
  },
  {
    name: 'integer-sums-in-32-bits',
    row: 13,
    does: 'sums of integers beyond 32 bits are NULL',
    edits: sumsWrapped('integer', 'try_cast(${whole} as integer)'),
  },
  {
    name: 'integer-sums-as-doubles',
    row: 13,
    does: 'integers are summed as doubles',
    edits: [...sumsWrapped('integer', 'cast(${whole} as hugeint)'), ...sumOfDoubles('integer')],
  },
  {
    name: 'decimal-sums-as-doubles',
    row: 14,
    does: 'decimals are summed as doubles',
    edits: [
      ...sumsWrapped('decimal', 'cast(${whole} as decimal(38, ${trusted(String(a.type.scale))}))'),
      ...sumOfDoubles('decimal'),
    ],
  },
  {
    name: 'decimal-arithmetic-narrowed',
    row: 14,
    does: 'decimals of up to 18 digits are multiplied and added in 64 bits',
    edits: inFile(DUCKDB, [
      "if (type.kind !== 'decimal' || type.precision <= 18 || !left || !right)",
      "if (type.kind !== 'decimal' || type.precision <= 38 || !left || !right)",
    ]),
  },
  {
    name: 'average-over-all-rows',
    row: 15,
    does: 'an average divides by all rows, also those without a value',
    edits: inFile(KINDS, [
      "      aggregate('count', args, filter, INTEGER),\n    ],\n    finish: (_, [sum, count])",
      "      aggregate('count_rows', [], filter, INTEGER),\n    ],\n    finish: (_, [sum, count])",
    ]),
  },
  {
    name: 'round-half-to-even',
    row: 16,
    does: 'halves are rounded to the even neighbour',
    edits: inFile(DUCKDB, [
      'return cast(sql`round(${value!}, ${digits})`, call.type);',
      'return cast(sql`round_even(${value!}, ${digits})`, call.type);',
    ]),
  },
  {
    name: 'spread-of-a-population',
    row: 17,
    does: 'stddev and variance are those of a population, not of a sample',
    edits: inFile(
      DUCKDB,
      ['sql`stddev_samp(${a!})`', 'sql`stddev_pop(${a!})`'],
      ['sql`var_samp(${a!})`', 'sql`var_pop(${a!})`'],
    ),
  },
  {
    name: 'percentile-picks-a-value',
    row: 18,
    does: 'a percentile is not interpolated',
    edits: inFile(DUCKDB, ['sql`quantile_cont(${a!}, ', 'sql`quantile_disc(${a!}, ']),
  },
  {
    name: 'discrete-percentile-interpolated',
    row: 18,
    does: 'a discrete percentile is interpolated',
    edits: inFile(DUCKDB, [
      'percentile_discrete: ([a], { fraction }) => sql`quantile_disc(${a!}, ${trusted(String(fraction))})`,',
      'percentile_discrete: ([a], { fraction, type }) => cast(sql`quantile_cont(${a!}, ${trusted(String(fraction))})`, type),',
    ]),
  },
  {
    name: 'count-distinct-counts-all',
    row: 19,
    does: 'count(distinct …) counts every value',
    edits: inFile(DUCKDB, ['sql`count(distinct ${a!})`', 'sql`count(${a!})`']),
  },
  {
    name: 'pairs-with-null-counted',
    row: 19,
    does: 'count(distinct row(a, b)) counts rows with a NULL in them',
    edits: inFile(KINDS, [
      "{ kind: 'call', fn: 'and', args: present, type: BOOLEAN }",
      "{ kind: 'call', fn: 'or', args: present, type: BOOLEAN }",
    ]),
  },
  {
    name: 'sketch-of-sixteen-registers',
    row: 19,
    does: 'approx_count_distinct keeps 16 registers and reckons with 4,096',
    edits: inFile('src/metrics/sql/dialects/sketch.ts', [
      'substring(${hash(args, call)}, 1, 3)',
      'substring(${hash(args, call)}, 1, 1)',
    ]),
  },
  {
    name: 'strings-without-regard-to-case',
    row: 20,
    does: 'strings are equal when only their case differs',
    edits: inFile(
      DUCKDB,
      [
        "    eq: infix('='),",
        "    eq: ([a, b], call) => call.args[0].type.kind === 'string' ? sql`(lower(${a!}) = lower(${b!}))` : sql`(${a!} = ${b!})`,",
      ],
      [
        "    in: ([value, ...list]) => sql`(${value!} in (${joined(list, ', ')}))`,",
        "    in: ([value, ...list], call) => call.args[0].type.kind === 'string' ? sql`(lower(${value!}) in (${joined(list.map((l) => sql`lower(${l})`), ', ')}))` : sql`(${value!} in (${joined(list, ', ')}))`,",
      ],
    ),
  },
  {
    name: 'not-a-number-kept',
    row: 21,
    does: 'NaN and infinities in the data are numbers',
    edits: inFile(DUCKDB, [
      "read: ([a], call) => (call.type.kind === 'double' ? sql`if(isfinite(${a!}), ${a!}, null)` : a!),",
      'read: ([a]) => a!,',
    ]),
  },
];
