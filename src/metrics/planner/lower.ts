import { Failure } from '../../base/failure';
import { FUNCTIONS } from '../language/functions';
import { parseTemporal } from '../language/literals';
import type { Company } from '../model/catalog';
import { type DatePart, EXTRACT_PART } from '../model/date-part';
import type { Expression } from '../model/expression';
import { type Grain, isFinerThanDay } from '../model/grain';
import type { FieldReference, PlanExpression } from '../model/plan';
import { DATE, INTEGER, isTemporal, TIMESTAMPTZ, type ValueType } from '../model/value-type';
import { readable, toInstant, type Zones } from './calendar';
import { call, lit } from './expressions';

export interface LowerContext extends Zones {
  /** What `now()` is, as an instant. */
  readonly now: string;
  readonly weekStart: Company['weekStart'];
}

const WALL: ValueType = { kind: 'timestamp', zone: null };

/**
 * A formula's meaning in steps that engines know: references become fields, and whatever depends on a zone says which.
 */
export function lower<R>(
  expression: Expression<R>,
  field: (to: R, type: ValueType) => PlanExpression,
  context: LowerContext,
): PlanExpression {
  const walk = (e: Expression<R>): PlanExpression => {
    switch (e.kind) {
      case 'literal':
        return literalOf(e.value, e.type, context);
      case 'reference':
        return field(e.to, e.type);
      case 'call':
        return lowerCall(e, e.args.map(walk), context);
      case 'case':
        return {
          ...e,
          branches: e.branches.map((b) => ({ when: walk(b.when), value: walk(b.value) })),
          otherwise: e.otherwise && walk(e.otherwise),
        };
    }
  };
  return walk(expression);
}

/** Wall times that stand for instants are local to the question's zone. */
function literalOf(
  value: string | number | boolean | null,
  type: ValueType,
  context: LowerContext,
): PlanExpression {
  if (typeof value !== 'string' || !isTemporal(type)) return lit(value, type);
  const isWall = type.kind === 'timestamptz' && parseTemporal(value)?.kind === 'wall';
  return lit(readable(isWall ? toInstant(value, context.zone) : value), type);
}

type Call<R> = Extract<Expression<R>, { kind: 'call' }>;

function lowerCall<R>(e: Call<R>, args: readonly PlanExpression[], context: LowerContext): PlanExpression {
  const [first] = args;
  const option = e.option;
  switch (e.fn) {
    case 'now':
      return lit(readable(context.now), TIMESTAMPTZ);
    case 'extract':
      return call('extract', [wallTime(first!, context)], e.type, option);
    case 'date_trunc':
      return truncate(first!, option as Grain, context);
    case 'cast':
      return lowerCast(first!, e.type, context);
    case 'add':
    case 'subtract':
      return e.type.kind === 'timestamptz' && isCalendarInterval(args[1]!)
        ? moveLocally(e.fn, args, context)
        : call(e.fn, args, e.type);
    default:
      return call(e.fn, args, e.type, option);
  }
}

/** Days and longer are steps on the local calendar, hours and shorter elapse (semantics 25). */
const isCalendarInterval = (e: PlanExpression): boolean =>
  e.kind === 'literal' && !/(second|minute|hour)$/.test(String(e.value));

function moveLocally(
  fn: 'add' | 'subtract',
  args: readonly PlanExpression[],
  context: LowerContext,
): PlanExpression {
  return call(
    'local_instant',
    [call(fn, [wallTime(args[0]!, context), args[1]!], WALL)],
    TIMESTAMPTZ,
    context.zone,
  );
}

/**
 * The value on the wall of the question's zone: dates stay, instants and timestamps of another zone are moved (semantics 24).
 * @throws Failure TIME.ZONE when the question asks for a zone and the timestamp has none.
 */
export function wallTime(e: PlanExpression, context: Zones): PlanExpression {
  switch (e.type.kind) {
    case 'timestamptz':
      return call('local_time', [e], WALL, context.zone);
    case 'timestamp': {
      if (e.type.zone === null && context.asked && context.zone !== context.company) {
        throw new Failure(
          'TIME.ZONE',
          `The question asks for the zone ${context.zone}, but a timestamp in it has no zone of its own.`,
          { hint: 'declare `zone:` on the column, or leave the zone out of the question', path: 'zone' },
        );
      }
      const own = e.type.zone ?? context.company;
      return own === context.zone
        ? e
        : call('local_time', [call('local_instant', [e], TIMESTAMPTZ, own)], WALL, context.zone);
    }
    default:
      return e;
  }
}

/** How many days a week begins before Monday. */
const WEEK_SHIFT: Readonly<Record<Company['weekStart'], number>> = { monday: 0, sunday: 1, saturday: 2 };

/** The start of a grain on the wall; weeks begin on the company's day (semantics 26). */
function startOf(
  fn: 'bucket' | 'date_trunc',
  wall: PlanExpression,
  type: ValueType,
  grain: Grain,
  context: LowerContext,
): PlanExpression {
  const days = grain === 'week' ? WEEK_SHIFT[context.weekStart] : 0;
  if (days === 0) return call(fn, [wall], type, grain);
  const shift = lit<FieldReference>(String(days), INTEGER);
  const date = wall.type.kind === 'date' ? wall : call('cast', [wall], DATE);
  const start = call(
    'subtract',
    [call('bucket', [call('add', [date, shift], DATE)], DATE, grain), shift],
    DATE,
  );
  return type.kind === 'date' ? start : call('cast', [start], type);
}

function truncate(e: PlanExpression, grain: Grain, context: LowerContext): PlanExpression {
  if (e.type.kind !== 'timestamptz') return startOf('date_trunc', e, e.type, grain, context);
  if (isFinerThanDay(grain)) return call('bucket_instant', [e], TIMESTAMPTZ, `${grain} ${context.zone}`);
  return call(
    'local_instant',
    [startOf('date_trunc', wallTime(e, context), WALL, grain, context)],
    TIMESTAMPTZ,
    context.zone,
  );
}

function lowerCast(e: PlanExpression, type: ValueType, context: LowerContext): PlanExpression {
  const from = e.type.kind;
  if (type.kind === 'timestamptz' && from === 'date')
    return call('local_instant', [call('cast', [e], WALL)], type, context.zone);
  if (type.kind === 'timestamptz' && e.type.kind === 'timestamp')
    return call('local_instant', [e], type, e.type.zone ?? context.company);
  if (from === 'timestamptz' && (type.kind === 'timestamp' || type.kind === 'date'))
    return call('cast', [wallTime(e, context)], type);
  return call('cast', [e], type);
}

/** The bucket that a moment lies in: a local date from day on, the instant of its local beginning below. */
export function bucket(e: PlanExpression, grain: Grain, context: LowerContext): PlanExpression {
  if (!isFinerThanDay(grain)) return startOf('bucket', wallTime(e, context), DATE, grain, context);
  if (e.type.kind === 'timestamptz')
    return call('bucket_instant', [e], TIMESTAMPTZ, `${grain} ${context.zone}`);
  const own = e.type.kind === 'timestamp' ? (e.type.zone ?? context.company) : context.company;
  wallTime(e, context);
  return call('local_instant', [call('bucket', [e], WALL, grain)], TIMESTAMPTZ, own);
}

/** A part of a moment on the wall of the question's zone, as an integer. */
export function partOf(e: PlanExpression, part: DatePart, context: LowerContext): PlanExpression {
  return call('extract', [wallTime(e, context)], INTEGER, EXTRACT_PART[part]);
}

/**
 * True when the formula is surely NULL once all its columns are: then it needs no guard behind a join that found no row.
 */
export function isNullOnNull<R>(e: Expression<R>): boolean {
  switch (e.kind) {
    case 'reference':
      return true;
    case 'call':
      if (e.fn === 'nullif') return isNullOnNull(e.args[0]!);
      return (FUNCTIONS[e.fn].strict || e.fn === 'div' || e.fn === 'mod') && e.args.some(isNullOnNull);
    default:
      return false;
  }
}
