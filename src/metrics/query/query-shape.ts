import { z } from 'zod';
import type { DatePart } from '../model/date-part';
import type { Grain } from '../model/grain';
import type { By, Condition, Having, Order } from '../model/query';

const name = z.string('must be a name').min(1, 'must be a name').max(500, 'must be a name');
const scalar = z.union(
  [z.string(), z.number(), z.boolean(), z.null()],
  'must be a text, a number, true, false or null',
);
const scalars = z.array(scalar, 'must be a list of values');
const flag = z.boolean('must be true or false');
const yes = z.literal(true, 'must be true');
const text = z.string('must be a text');
const wholeNumber = z.int('must be a whole number').nonnegative('must not be negative');

const upper = (value: unknown): unknown => (typeof value === 'string' ? value.toUpperCase() : value);
const lower = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
const listed = (values: readonly string[]): string => `must be one of ${values.join(', ')}`;
const isText = (value: unknown): boolean => typeof value === 'string';
/** Any word passes here: binding refuses what is no grain or part, with near matches and in the words of every other door. */
const grain = z.preprocess(lower, z.custom<Grain>(isText, 'must be a grain of time'));
const part = z.preprocess(lower, z.custom<DatePart>(isText, 'must be a part of time'));
const direction = z.preprocess(upper, z.enum(['ASC', 'DESC'], listed(['ASC', 'DESC'])));
const nulls = z.preprocess(upper, z.enum(['FIRST', 'LAST'], listed(['FIRST', 'LAST'])));

const tests = {
  eq: scalar.exactOptional(),
  ne: scalar.exactOptional(),
  in: scalars.exactOptional(),
  notIn: scalars.exactOptional(),
  lt: scalar.exactOptional(),
  lte: scalar.exactOptional(),
  gt: scalar.exactOptional(),
  gte: scalar.exactOptional(),
  between: z.tuple([scalar, scalar], 'must be a list of two values').exactOptional(),
  contains: text.exactOptional(),
  startsWith: text.exactOptional(),
  isNull: flag.exactOptional(),
};
const OPERATORS = Object.keys(tests);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rejects keys that are not in `known`, each with its near matches, before anything else is looked at. */
function keysAmong(known: readonly string[]): z.ZodUnknown {
  return z.unknown().superRefine((value, context) => {
    if (!isObject(value)) {
      context.addIssue({ code: 'custom', message: 'must be an object' });
      return;
    }
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue;
      context.addIssue({
        code: 'custom',
        path: [key],
        message: 'is not a key of the question',
        params: { unknownKey: key, known },
      });
    }
  });
}

/** An object with exactly these keys; unknown ones come before missing ones, because a typo is usually both. */
const object = <S extends z.ZodRawShape>(shape: S) => keysAmong(Object.keys(shape)).pipe(z.object(shape));

/** A test on one axis: its key and at least one operator. */
const test = <S extends z.ZodRawShape>(axis: S) =>
  object({ ...axis, ...tests }).refine((value) => OPERATORS.some((operator) => operator in value), {
    message: `needs a test: one of ${OPERATORS.join(', ')}`,
  });

/**
 * Chooses the shape by the one key of `options` that is present. `modifier` is a key that is a shape of its own only where no
 * other is there.
 */
function choose<T>(
  known: readonly string[],
  options: () => Readonly<Record<string, z.ZodType<T>>>,
  modifier?: string,
): z.ZodType<T> {
  let built: Readonly<Record<string, z.ZodType<T>>> | undefined;
  return keysAmong(known).transform((value, context): T => {
    // Built at the first use, because a condition holds conditions, and then kept: building costs more than reading.
    built ??= options();
    const shapes = built;
    const present = Object.keys(shapes).filter((key) => key in (value as object));
    const [first, second] = present.length > 1 ? present.filter((key) => key !== modifier) : present;
    const shape = first === undefined || second !== undefined ? undefined : shapes[first];
    if (shape === undefined) {
      const keys = Object.keys(shapes).join(', ');
      context.addIssue({ code: 'custom', message: `needs exactly one of the keys ${keys}` });
      return z.NEVER;
    }
    const result = shape.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues)
      context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
}

const as = name.exactOptional();
const by = choose<By>(
  ['time', 'dimension', 'grain', 'part', 'as'],
  () => ({
    time: object({ time: grain, as }),
    dimension: object({ dimension: name, grain: grain.exactOptional(), part: part.exactOptional(), as }),
    part: object({ part, as }),
  }),
  'part',
);

const metricNames = z.array(name, 'must be a list of metric names');
const TREE = ['and', 'or', 'not'];

const CONDITION_KEYS = [...TREE, 'formula', 'dimension', 'time', ...OPERATORS];
const onlyFor = metricNames.exactOptional();

const topCondition: z.ZodType<Condition> = choose<Condition>([...CONDITION_KEYS, 'onlyFor'], () => ({
  and: object({ and: conditions, onlyFor }),
  or: object({ or: conditions, onlyFor }),
  not: object({ not: condition, onlyFor }),
  formula: object({ formula: text, onlyFor }),
  dimension: test({ dimension: name, onlyFor }),
  time: test({ time: yes, onlyFor }),
}));
/** Inside another condition `onlyFor` would have no one meaning. */
const condition = keysAmong(CONDITION_KEYS).pipe(topCondition);
const conditions = z.array(condition, 'must be a list of conditions');

const having: z.ZodType<Having> = choose<Having>([...TREE, 'metric', ...OPERATORS], () => ({
  and: object({ and: havings }),
  or: object({ or: havings }),
  not: object({ not: having }),
  metric: test({ metric: name }),
}));
const havings = z.array(having, 'must be a list of conditions');

const period = object({
  from: text.exactOptional(),
  to: text.exactOptional(),
  last: wholeNumber.exactOptional(),
  grain: grain.exactOptional(),
  running: flag.exactOptional(),
  column: name.exactOptional(),
});

const direct = { direction: direction.exactOptional(), nulls: nulls.exactOptional() };
const order = choose<Order>(['metric', 'dimension', 'time', 'direction', 'nulls'], () => ({
  metric: object({ metric: name, ...direct }),
  dimension: object({ dimension: name, ...direct }),
  time: object({ time: z.union([yes, grain], 'must be true or a grain of time'), ...direct }),
}));

const QUESTION = {
  metrics: metricNames,
  by: z.array(by, 'must be a list of { time }, { dimension } and { part }').exactOptional(),
  where: z.array(topCondition, 'must be a list of conditions').exactOptional(),
  having: havings.exactOptional(),
  segments: z.array(name, 'must be a list of segment names').exactOptional(),
  period: period.exactOptional(),
  complete: flag.exactOptional(),
  totals: flag.exactOptional(),
  order: z.array(order, 'must be a list').exactOptional(),
  limit: wholeNumber.exactOptional(),
  offset: wholeNumber.exactOptional(),
  distinct: flag.exactOptional(),
  asOf: text.exactOptional(),
  zone: text.exactOptional(),
};

/** The keys of a question. */
export const QUERY_KEYS = Object.keys(QUESTION);

/** A question as JSON: unknown keys are refused at any depth, words of a closed list are taken in any case. */
export const QUERY_SHAPE = object(QUESTION);
