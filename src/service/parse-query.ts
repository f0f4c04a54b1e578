import { z } from 'zod';
import { nearest } from '../base/did-you-mean';
import { Failure } from '../base/failure';
import { GRAINS } from '../metrics/model/grain';
import type { By, Condition, Order, Query } from '../metrics/model/query';

/** Objects and lists nested deeper than this are refused, so that no question can exhaust the stack. */
const MAX_DEPTH = 64;

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
const grain = z.preprocess(lower, z.enum(GRAINS, listed(GRAINS)));
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

/** Chooses the shape by the one key of `options` that is present. */
function choose<T>(
  known: readonly string[],
  options: () => Readonly<Record<string, z.ZodType<T>>>,
): z.ZodType<T> {
  let built: Readonly<Record<string, z.ZodType<T>>> | undefined;
  return keysAmong(known).transform((value, context): T => {
    // Built at the first use, because a condition holds conditions, and then kept: building costs more than reading.
    built ??= options();
    const shapes = built;
    const present = Object.keys(shapes).filter((key) => key in (value as object));
    const shape = present.length === 1 ? shapes[present[0] as string] : undefined;
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
const by = choose<By>(['time', 'dimension', 'grain', 'as'], () => ({
  time: object({ time: grain, as }),
  dimension: object({ dimension: name, grain: grain.exactOptional(), as }),
}));

const condition: z.ZodType<Condition> = choose<Condition>(
  ['and', 'or', 'not', 'dimension', 'time', ...OPERATORS],
  () => ({
    and: object({ and: conditions }),
    or: object({ or: conditions }),
    not: object({ not: condition }),
    dimension: test({ dimension: name }),
    time: test({ time: yes }),
  }),
);
const conditions = z.array(condition, 'must be a list of conditions');

const direct = { direction: direction.exactOptional(), nulls: nulls.exactOptional() };
const order = choose<Order>(['metric', 'dimension', 'time', 'direction', 'nulls'], () => ({
  metric: object({ metric: name, ...direct }),
  dimension: object({ dimension: name, ...direct }),
  time: object({ time: z.union([yes, grain], `must be true or ${listed(GRAINS)}`), ...direct }),
}));

const query = object({
  metrics: z.array(name, 'must be a list of metric names'),
  by: z.array(by, 'must be a list of { time } and { dimension }').exactOptional(),
  where: conditions.exactOptional(),
  period: object({ from: text.exactOptional(), to: text.exactOptional() }).exactOptional(),
  totals: flag.exactOptional(),
  order: z.array(order, 'must be a list').exactOptional(),
  limit: wholeNumber.exactOptional(),
  offset: wholeNumber.exactOptional(),
  zone: text.exactOptional(),
});

/**
 * Reads a question from parsed JSON, strictly: unknown keys and wrong shapes are refused, grains are taken in any case.
 * Names and values are not looked up here; that is binding.
 *
 * @throws Failure `QUERY.UNKNOWN_KEY` with near matches, `QUERY.INVALID` or `QUERY.LIMIT`, each with the `path` of its place.
 */
export function parseQuery(json: unknown): Query {
  refuseDeep(json);
  const result = query.safeParse(json);
  if (result.success) return result.data;
  throw failureOf(result.error.issues);
}

/**
 * Reads a question from the text of a JSON file.
 *
 * @throws Failure as `parseQuery`; `QUERY.INVALID` with the place in words where the text is not JSON.
 */
export function parseQueryText(source: string): Query {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (error) {
    throw new Failure('QUERY.INVALID', `The question is not valid JSON: ${wordsOf(error)}.`, {
      hint: 'write { "metrics": ["…"], "by": [{ "time": "month" }] }',
    });
  }
  return parseQuery(json);
}

function failureOf(issues: readonly z.core.$ZodIssue[]): Failure {
  for (const issue of issues) {
    if (issue.code !== 'custom' || issue.params?.['unknownKey'] === undefined) continue;
    const { unknownKey, known } = issue.params as { unknownKey: string; known: readonly string[] };
    return new Failure(
      'QUERY.UNKNOWN_KEY',
      `The question has no key "${unknownKey}" at ${place(issue.path)}.`,
      {
        path: pathText(issue.path),
        suggestions: nearest(unknownKey, known),
        hint: `keys known here: ${known.join(', ')}`,
      },
    );
  }
  const first = issues[0];
  if (first === undefined) return new Failure('QUERY.INVALID', 'The question is not well formed.');
  const path = pathText(first.path);
  const subject = path === '' ? 'The question' : `"${path}" of the question`;
  return new Failure('QUERY.INVALID', `${subject} ${first.message}.`, path === '' ? {} : { path });
}

const place = (path: readonly PropertyKey[]): string =>
  path.length < 2 ? 'its top level' : `"${pathText(path.slice(0, -1))}"`;

/** `['by', 1, 'dimension']` → `by[1].dimension`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

/** JSON.parse has read any depth without recursion trouble; what comes after recurses. */
function refuseDeep(json: unknown): void {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw new Failure('QUERY.LIMIT', `The question is nested deeper than ${MAX_DEPTH} levels.`, {
        hint: 'join the conditions in one list',
      });
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}

/** The engine's own words show the place: newer ones name line and column, older ones quote what stands there. */
const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replace(/\s+/g, ' ')
    .replace(/ is not valid JSON$/, '');
