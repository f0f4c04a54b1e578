import { compare, parseRational } from './rational';
import { type Calendar, compareWithMoment } from './time';
import { compareStrings, fold, isNumber, isTime, type Value } from './value';
import type { Condition, Scalar, Test } from './world';

/** What a condition can ask about a row: a dimension seen from the leaf's home, or the leaf's own time. */
export interface Subjects {
  dimension(name: string): Value;
  time(): Value;
}

type Truth = boolean | null;

/** −1, 0, 1 for a value beside a written one of its type. */
function compareScalar(value: Value, scalar: Scalar, calendar: Calendar): number {
  if (isTime(value)) return compareWithMoment(value, String(scalar), calendar) ?? Number.NaN;
  if (isNumber(value)) {
    const number = parseRational(String(scalar));
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
    wanted: NonNullable<Test[K]>,
    calendar: Calendar,
  ) => Truth;
};

/** Tests of order, equality and text are not met by NULL: false, never unknown. */
const present =
  <W>(holds: (value: Value, wanted: W, calendar: Calendar) => boolean) =>
  (value: Value, wanted: W, calendar: Calendar): Truth =>
    value === null ? (calendar.decisions.notIsTwoValued ? false : null) : holds(value, wanted, calendar);

const TESTS: Tests = {
  eq: present((value, wanted: Scalar, calendar) => compareScalar(value, wanted, calendar) === 0),
  ne: (value, wanted, calendar) =>
    value === null ? calendar.decisions.negativeTestsKeepNull : compareScalar(value, wanted, calendar) !== 0,
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

/** Is the condition met? Two-valued throughout, unless a flipped decision says otherwise. */
export function holds(condition: Condition, subjects: Subjects, calendar: Calendar): Truth {
  if ('and' in condition) return conjunction(condition.and.map((each) => holds(each, subjects, calendar)));
  if ('or' in condition)
    return opposite(conjunction(condition.or.map((each) => opposite(holds(each, subjects, calendar)))));
  if ('not' in condition) return opposite(holds(condition.not, subjects, calendar));
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
  return 'not' in condition ? testsIn(condition.not) : [condition];
}
