import { splitName } from './paths';
import { compare, parseRational } from './rational';
import { type Calendar, compareWithMoment, readMoment } from './time';
import { assertDecided, compareStrings, exact, fold, isNumber, isTime, type Value } from './value';
import { persIn, referencesIn } from './walk';
import type { Condition, Formula, Scalar, Test } from './world';

/** What a condition can ask about a row: a dimension seen from the leaf's home, the leaf's own time, or a formula. */
export interface Subjects {
  dimension(name: string): Value;
  time(): Value;
  formula(formula: Formula): Value;
}

type Truth = boolean | null;

/** −1, 0, 1 for a value beside a written one of its type. */
export function compareScalar(value: Value, scalar: Scalar, calendar: Calendar): number {
  if (isTime(value)) {
    const moment = readMoment(String(scalar));
    return moment ? compareWithMoment(value, moment, calendar) : Number.NaN;
  }
  if (isNumber(value)) {
    const number = parseRational(String(scalar));
    if (number) assertDecided(value, exact(number));
    return number ? compare(value.is, number) : Number.NaN;
  }
  if (typeof value === 'boolean') return Number(value) - Number(scalar);
  const folded = (text: string): string => String(fold(text, calendar.decisions));
  return compareStrings(folded(String(value)), folded(String(scalar)));
}

function isAmong(value: Value, list: readonly Scalar[], calendar: Calendar): boolean {
  if (value === null) return list.includes(null) && calendar.decisions.inNullMatchesNull;
  return list.some((scalar) => scalar !== null && compareScalar(value, scalar, calendar) === 0);
}

type Tests = {
  readonly [K in keyof Required<Test>]: (
    value: Value,
    wanted: Exclude<Test[K], undefined>,
    calendar: Calendar,
  ) => Truth;
};

/** Tests of order, equality and text are not met by NULL: false, never unknown. */
const present =
  <W>(holds: (value: Value, wanted: W, calendar: Calendar) => boolean) =>
  (value: Value, wanted: W, calendar: Calendar): Truth =>
    value === null ? (calendar.decisions.notIsTwoValued ? false : null) : holds(value, wanted, calendar);

const TESTS: Tests = {
  eq: (value, wanted, calendar) => {
    if (wanted === null) return value === null && calendar.decisions.eqNullMatchesNull;
    return present((given, scalar: Scalar) => compareScalar(given, scalar, calendar) === 0)(
      value,
      wanted,
      calendar,
    );
  },
  ne: (value, wanted, calendar) => {
    if (wanted === null) return value !== null && calendar.decisions.eqNullMatchesNull;
    return value === null
      ? calendar.decisions.negativeTestsKeepNull
      : compareScalar(value, wanted, calendar) !== 0;
  },
  in: (value, wanted, calendar) =>
    wanted.length === 0 ? !calendar.decisions.emptyInMatchesNothing : isAmong(value, wanted, calendar),
  notIn: (value, wanted, calendar) => {
    if (value === null && !wanted.includes(null)) return calendar.decisions.negativeTestsKeepNull;
    return value === null ? false : !isAmong(value, wanted, calendar);
  },
  lt: present((value, wanted: Scalar, calendar) => compareScalar(value, wanted, calendar) < 0),
  lte: present((value, wanted: Scalar, calendar) => compareScalar(value, wanted, calendar) <= 0),
  gt: present((value, wanted: Scalar, calendar) => compareScalar(value, wanted, calendar) > 0),
  gte: present((value, wanted: Scalar, calendar) => compareScalar(value, wanted, calendar) >= 0),
  between: present(
    (value, [low, high]: readonly [Scalar, Scalar], calendar) =>
      compareScalar(value, low, calendar) >= 0 && compareScalar(value, high, calendar) <= 0,
  ),
  contains: present((value, wanted: string) => String(value).includes(wanted)),
  startsWith: present((value, wanted: string) => String(value).startsWith(wanted)),
  isNull: (value, wanted) => (value === null) === wanted,
};

export const OPERATORS = Object.keys(TESTS) as readonly (keyof Test)[];

function tested(value: Value, test: Test, calendar: Calendar): Truth {
  const truths = OPERATORS.filter((operator) => test[operator] !== undefined).map((operator) =>
    (TESTS[operator] as (value: Value, wanted: unknown, calendar: Calendar) => Truth)(
      value,
      test[operator],
      calendar,
    ),
  );
  return conjunction(truths);
}

const conjunction = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(null) ? null : true;
const opposite = (truth: Truth): Truth => (truth === null ? null : !truth);

/** The value of a formula as a truth: unknown stays unknown, also under `not` around it. */
const truthOf = (value: Value, calendar: Calendar): Truth =>
  value === null && calendar.decisions.questionFormulasThreeValued ? null : value === true;

/** Is the condition met? Tests are two-valued, unless a flipped decision says otherwise; formulas may be unknown. */
export function holds(condition: Condition, subjects: Subjects, calendar: Calendar): Truth {
  if ('and' in condition) return conjunction(condition.and.map((each) => holds(each, subjects, calendar)));
  if ('or' in condition)
    return opposite(conjunction(condition.or.map((each) => opposite(holds(each, subjects, calendar)))));
  if ('not' in condition) return opposite(holds(condition.not, subjects, calendar));
  if ('formula' in condition) return truthOf(subjects.formula(condition.formula), calendar);
  return tested(
    'dimension' in condition ? subjects.dimension(condition.dimension) : subjects.time(),
    condition,
    calendar,
  );
}

/** The single tests of a tree of conditions. */
export function testsIn(
  condition: Condition,
): readonly (({ readonly dimension: string } | { readonly time: true }) & Test)[] {
  if ('and' in condition) return condition.and.flatMap(testsIn);
  if ('or' in condition) return condition.or.flatMap(testsIn);
  if ('formula' in condition) return [];
  return 'not' in condition ? testsIn(condition.not) : [condition];
}

/** The formulas of a tree of conditions. */
export function formulasIn(condition: Condition): readonly Formula[] {
  if ('and' in condition) return condition.and.flatMap(formulasIn);
  if ('or' in condition) return condition.or.flatMap(formulasIn);
  if ('formula' in condition) return [condition.formula];
  return 'not' in condition ? formulasIn(condition.not) : [];
}

/** What a formula over rows names: the datasets of its columns and of its entities, by the chains that lead there. */
export const chainsOfFormula = (formula: Formula): readonly (readonly string[])[] => [
  ...referencesIn(formula).map(({ chain }) => chain),
  ...persIn(formula).map(({ entity }) => entity),
];

/** Every chain that a condition needs. */
export const chainsOf = (condition: Condition): readonly (readonly string[])[] => [
  ...testsIn(condition).flatMap((test) => ('dimension' in test ? [splitName(test.dimension).chain] : [])),
  ...formulasIn(condition).flatMap(chainsOfFormula),
];
