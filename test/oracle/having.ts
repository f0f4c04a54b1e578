import { compareScalar } from './condition';
import type { Calendar } from './time';
import type { Value } from './value';
import type { Having, Scalar, Test } from './world';

/** NULL is unknown. */
type Truth = boolean | null;

export function metricsTested(having: readonly Having[]): readonly string[] {
  const names = having.flatMap((each): readonly string[] => {
    if ('and' in each) return metricsTested(each.and);
    if ('or' in each) return metricsTested(each.or);
    return 'not' in each ? metricsTested([each.not]) : [each.metric];
  });
  return [...new Set(names)];
}

/** The single tests of a tree. */
export function havingTests(having: readonly Having[]): readonly ({ readonly metric: string } & Test)[] {
  return having.flatMap((each) => {
    if ('and' in each) return havingTests(each.and);
    if ('or' in each) return havingTests(each.or);
    return 'not' in each ? havingTests([each.not]) : [each];
  });
}

const conjunction = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(null) ? null : true;
const opposite = (truth: Truth): Truth => (truth === null ? null : !truth);

type NotNull = Exclude<Value, null>;

/** A test of a value that is there; a list may hold NULLs, which it is not. */
function isMet(value: NotNull, test: Test, calendar: Calendar): boolean {
  const order = (scalar: Scalar): number => compareScalar(value, scalar, calendar);
  const isOne = (list: readonly Scalar[]): boolean =>
    list.some((scalar) => scalar !== null && order(scalar) === 0);
  const met: readonly boolean[] = [
    test.eq === undefined || isOne([test.eq]),
    test.ne === undefined || !isOne([test.ne]),
    test.in === undefined || isOne(test.in),
    test.notIn === undefined || !isOne(test.notIn),
    test.lt === undefined || order(test.lt) < 0,
    test.lte === undefined || order(test.lte) <= 0,
    test.gt === undefined || order(test.gt) > 0,
    test.gte === undefined || order(test.gte) >= 0,
    test.between === undefined || (order(test.between[0]) >= 0 && order(test.between[1]) <= 0),
    test.contains === undefined || String(value).includes(test.contains),
    test.startsWith === undefined || String(value).startsWith(test.startsWith),
    test.isNull === undefined || !test.isNull,
  ];
  return met.every(Boolean);
}

/** A NULL metric makes every test unknown but `isNull`, which sees it. */
function tested(value: Value, test: Test, calendar: Calendar): Truth {
  if (value !== null) return isMet(value, test, calendar);
  const { havingThreeValued, havingDropsNull } = calendar.decisions;
  if (!havingDropsNull) return true;
  const { isNull, metric: _, ...others } = test as Test & { readonly metric: string };
  const unknown: Truth = havingThreeValued ? null : false;
  return conjunction([
    ...(isNull === undefined ? [] : [isNull]),
    ...(Object.keys(others).length > 0 ? [unknown] : []),
  ]);
}

/** Is a finished row kept? Three-valued: unknown hides it. */
export function keeps(
  having: readonly Having[],
  valueFor: (metric: string) => Value,
  calendar: Calendar,
): boolean {
  const truth = (each: Having): Truth => {
    if ('and' in each) return conjunction(each.and.map(truth));
    if ('or' in each) return opposite(conjunction(each.or.map((part) => opposite(truth(part)))));
    return 'not' in each ? opposite(truth(each.not)) : tested(valueFor(each.metric), each, calendar);
  };
  return having.every((each) => truth(each) === true);
}
