import { AGGREGATE_RULES } from '../../src/metrics/kinds/aggregate-rules';
import { FUNCTIONS, type FunctionName } from '../../src/metrics/language/functions';
import { parseFormula } from '../../src/metrics/language/parse';
import type { Syntax } from '../../src/metrics/language/syntax';
import type { AggregateName } from '../../src/metrics/model/expression';
import { aggregateDecimals, aggregateTypes, functionDecimals, functionTypes } from './signatures';

/** One line of the page. */
export interface DocumentedFunction {
  /** Ways of writing it. */
  readonly usages: readonly string[];
  readonly doc: string;
  readonly types: readonly string[];
  readonly example: string;
}

type Call = Extract<Syntax, { kind: 'call' }>;

function callOf(name: string, syntax: Syntax): Call | undefined {
  if (syntax.kind !== 'call') return undefined;
  if (syntax.name === name) return syntax;
  return syntax.args.map((arg) => callOf(name, arg)).find((found) => found !== undefined);
}

/** How many arguments the example has; what names a part or a grain is no argument of the rule. */
function argumentsIn(name: FunctionName, example: string): number {
  const parsed = parseFormula(example);
  if (!parsed.ok) throw new Error(`the example of ${name} cannot be read: ${parsed.problem.message}`);
  if (name === 'cast') return 1;
  const call = callOf(name, parsed.syntax);
  if (call === undefined) throw new Error(`the example of ${name} does not use it`);
  return call.args.length - (name === 'extract' || name === 'date_trunc' ? 1 : 0);
}

const withDecimals = (lines: readonly string[], decimals: string | null): readonly string[] =>
  decimals === null ? lines : [...lines, decimals];

export function documentedFunctions(): readonly DocumentedFunction[] {
  return (Object.keys(FUNCTIONS) as FunctionName[]).flatMap((name) => {
    const { usage, doc, example } = FUNCTIONS[name];
    if (usage === null) return [];
    if (example === null) throw new Error(`${name} has no example`);
    const length = argumentsIn(name, example);
    const types = withDecimals(functionTypes(name, length), functionDecimals(name, length));
    // Refused everywhere: its text says where it stands.
    return [{ usages: [usage], doc, example, types: types.length === 0 ? ['any, …'] : types }];
  });
}

export function documentedAggregates(): readonly DocumentedFunction[] {
  return (Object.keys(AGGREGATE_RULES) as AggregateName[]).map((name) => {
    const { usage, doc, example } = AGGREGATE_RULES[name];
    const types = withDecimals(aggregateTypes(name), aggregateDecimals(name));
    return { usages: usage.split(' or '), doc, example, types };
  });
}

/** What the grammar reads into functions of the table; each is an example too. */
export const OTHER_FORMS: readonly {
  readonly form: string;
  readonly meaning: string;
  readonly example: string;
}[] = [
  {
    form: 'case when a then b else c end',
    meaning: 'The first branch whose condition is true; without else NULL. All branches have one type.',
    example: "case when orders.amount < 40 then 'small' else 'large' end",
  },
  { form: 'a between b and c', meaning: 'a >= b and a <= c.', example: 'orders.amount between 10 and 20' },
  { form: 'a != b', meaning: 'The same as a <> b.', example: "orders.status != 'paid'" },
  {
    form: 'a not in (b, c)',
    meaning: 'The opposite of in.',
    example: "orders.channel not in ('web', 'app')",
  },
  { form: 'a not like pattern', meaning: 'The opposite of like.', example: "orders.channel not like 'w%'" },
  {
    form: 'aggregate filter (where a)',
    meaning: 'Over the rows only for which a is true.',
    example: "count(orders) filter (where orders.channel = 'web')",
  },
];

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
const cell = (text: string): string => text.replaceAll('|', '\\|');

function table(functions: readonly DocumentedFunction[], typeOf: (example: string) => string): string {
  const rows = functions.map(
    ({ usages, doc, types, example }) =>
      `| ${usages.map(code).join(' or ')} | ${cell(doc)} | ${types.join('<br>')} | ${code(example)} → ${typeOf(example)} |`,
  );
  return ['| written | meaning | takes → gives | example |', '|---|---|---|---|', ...rows].join('\n');
}

/** The whole page; `typeOf` says to which type an example is bound. */
export function functionsPage(typeOf: (example: string) => string): string {
  const others = OTHER_FORMS.map(
    ({ form, meaning, example }) => `| ${code(form)} | ${meaning} | ${code(example)} → ${typeOf(example)} |`,
  );
  return `# Functions of formulas

<!-- Generated from src/metrics/language/functions.ts and src/metrics/kinds/aggregate-rules.ts by \`npm run docs\`. -->

A formula is an SQL expression as PostgreSQL reads it, narrowed to what is listed here; what it means is decided by
[semantics](semantics.md). Every example is run by a test.

**Types**: boolean, integer, decimal, double, string, date, timestamp, timestamptz, interval. *number* is an integer, decimal or
double; *moment* is a date, timestamp or timestamptz. A text in quotes takes the type of what it stands beside, so that
\`customers.signed_up_on >= '2024-01-31'\` compares dates. NULL fits everywhere.

## Aggregates

A metric is made of these; each is computed over the rows of its own dataset.

${table(documentedAggregates(), typeOf)}

## Operators and functions

${table(documentedFunctions(), typeOf)}

## Other forms

| written | meaning | example |
|---|---|---|
${others.join('\n')}
`;
}
