// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of sources that hold templates
import { inFile, type Mutant } from '../mutant';

const BRANCH = 'src/metrics/planner/branch.ts';
const FIELDS = 'src/metrics/planner/branch-fields.ts';
const TESTS = 'src/metrics/planner/tests.ts';
const NEGATIVE = "    case 'ne':\n    case 'notIn':\n      return noneOf(values, field, zones);";

/** Errors about which rows count. */
export const FILTER_MUTANTS: readonly Mutant[] = [
  {
    name: 'filters-of-metric-and-question-swapped',
    row: 1,
    does: 'the condition of a metric holds for the whole scan, that of the question for the aggregate only',
    edits: inFile(
      BRANCH,
      ['shared ? null : fields.leafCondition(asked),', 'fields.question(),'],
      [
        '  const where = branchCondition(fields, branch);',
        '  const where = allOf([...branch.leaves.map((l) => fields.leafCondition(l)), fields.period()]);',
      ],
    ),
  },
  {
    name: 'filter-of-an-aggregate-lost',
    row: 1,
    does: 'conditions of leaves that share a scan are not applied to each',
    edits: inFile('src/metrics/sql/print-expression.ts', [
      'return a.filter ? sql`${value} filter (where ${printExpression(a.filter, dialect)})` : value;',
      'return value;',
    ]),
  },
  {
    name: 'derived-where-not-pushed-to-one-leaf',
    row: 2,
    does: 'the `where` of a derived metric does not reach the last leaf of a metric that it names',
    edits: inFile('src/metrics/language/metric-scope.ts', [
      'metric.leaves.map((leaf) => add(narrowed(leaf, scope.where(leaf.home))));',
      'metric.leaves.map((leaf, i) => add(i === metric.leaves.length - 1 ? leaf : narrowed(leaf, scope.where(leaf.home))));',
    ]),
  },
  {
    name: 'filter-of-the-question-for-the-first-fact-only',
    row: 3,
    does: 'the conditions of a question narrow its first fact only',
    edits: inFile(FIELDS, [
      'return allOf([...this.query.where.map((c) => this.condition(c, false)), ...members]);',
      `const first = this.query.metrics[0]?.leaves[0]?.home;
    const where = first === undefined || first === this.home ? this.query.where : [];
    return allOf([...where.map((c) => this.condition(c, false)), ...members]);`,
    ]),
  },
  {
    name: 'only-for-ignored',
    row: 3,
    does: 'conditions with `onlyFor` narrow nothing',
    edits: inFile('src/metrics/planner/metric-steps.ts', [
      'only: query.onlyFor.get(metric.name) ?? [],',
      'only: [],',
    ]),
  },
  {
    name: 'not-in-drops-null',
    row: 4,
    does: '`notIn` drops NULL',
    edits: inFile(TESTS, [
      NEGATIVE,
      `    case 'ne':
      return noneOf(values, field, zones);
    case 'notIn':
      return allOf([noneOf(values, field, zones), test('is_not_null', field)]);`,
    ]),
  },
  {
    name: 'ne-drops-null',
    row: 4,
    does: '`ne` drops NULL',
    edits: inFile(TESTS, [
      NEGATIVE,
      `    case 'ne':
      return allOf([noneOf(values, field, zones), test('is_not_null', field)]);
    case 'notIn':
      return noneOf(values, field, zones);`,
    ]),
  },
  {
    name: 'null-in-a-list-matches-nothing',
    row: 4,
    does: '`in: [null]` matches nothing',
    edits: inFile(TESTS, [
      "if (v === null) others.push(test('is_null', field));",
      'if (v === null) continue;',
    ]),
  },
  {
    name: 'not-of-an-unknown-test-is-unknown',
    row: 4,
    does: '`not` over a test of a NULL drops the row',
    edits: inFile(TESTS, [
      "return negated ? anyOf([test('not', condition), test('is_null', field)]) : condition;",
      "return negated ? test('not', condition) : condition;",
    ]),
  },
  {
    name: 'date-value-taken-for-an-instant',
    row: 5,
    does: 'a date compared with a timestamp means its midnight, not the day',
    edits: inFile(TESTS, [
      'return isDay ? { from: at(text), to: at(nextDay(text)) } : { from: at(text), to: null };',
      'return { from: at(text), to: null };',
    ]),
  },
];
