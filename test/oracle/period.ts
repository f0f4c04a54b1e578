import { bucketOfDay, type Grain, nextBucket, parseInstant, SHORT_GRAINS } from './civil';
import { localDayOf } from './clock';
import {
  type Bounds,
  type Calendar,
  grainsAsked,
  instantOfMoment,
  isLong,
  type Moment,
  readMoment,
  shortBucket,
} from './time';
import type { Question, World } from './world';

const GRAINS: readonly Grain[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];

/** The instant that `now()`, relative periods and running buckets mean. */
export function nowOf(world: World, question: Question, calendar: Calendar): number {
  const asOf = calendar.decisions.asOfIsNow ? question.asOf : undefined;
  const now = parseInstant(asOf ?? world.now ?? '');
  if (!now) throw new RangeError('the world has no `now`');
  return now.micros;
}

const atInstant = (at: number): Moment => ({ kind: 'instant', at });
const atDay = (day: number): Moment => ({ kind: 'day', day });

/** The bucket that holds an instant, and how to step by buckets from there. */
interface Steps {
  readonly start: Moment;
  before(moment: Moment): Moment;
}

function stepsAt(instant: number, grain: Grain, calendar: Calendar): Steps {
  const unit = SHORT_GRAINS[grain];
  if (unit !== undefined) {
    const back = (at: number): number => shortBucket(at - 1, unit, calendar);
    return {
      start: atInstant(shortBucket(instant, unit, calendar)),
      before: (moment) => atInstant(back(instantOfMoment(moment, calendar))),
    };
  }
  const day = localDayOf({ kind: 'instant', at: instant }, calendar);
  const startOf = (each: number): number => bucketOfDay(each, grain, calendar.weekStart);
  return {
    start: atDay(startOf(day)),
    before: (moment) => (moment.kind === 'day' ? atDay(startOf(moment.day - 1)) : moment),
  };
}

/** `last: 3` are the last three complete buckets; with `running`, the current one up to now and the two before. */
function relative(last: number, grain: Grain, running: boolean, now: number, calendar: Calendar): Bounds {
  const steps = stepsAt(now, grain, calendar);
  const includes = running ? calendar.decisions.runningIsIncluded : !calendar.decisions.lastIsComplete;
  let from = steps.start;
  for (let i = includes ? 1 : 0; i < last; i++) from = steps.before(from);
  return { from, to: includes ? atInstant(now) : steps.start };
}

const written = (text: string | undefined): Moment | null => (text === undefined ? null : readMoment(text));

/** Is there a local day that begins at this moment? Then that day, and else the one after it. */
function dayFrom(moment: Moment, calendar: Calendar): number {
  if (moment.kind === 'day') return moment.day;
  const at = instantOfMoment(moment, calendar);
  const dayAt = (instant: number): number => localDayOf({ kind: 'instant', at: instant }, calendar);
  return dayAt(at - 1) < dayAt(at) ? dayAt(at) : dayAt(at) + 1;
}

/** The first bucket that begins at the moment or after it. */
function upTo(moment: Moment, grain: Grain, calendar: Calendar): Moment {
  const unit = SHORT_GRAINS[grain];
  if (unit !== undefined) {
    const at = instantOfMoment(moment, calendar);
    const start = shortBucket(at, unit, calendar);
    return start === at ? atInstant(at) : atInstant(start + unit);
  }
  const day = dayFrom(moment, calendar);
  const start = bucketOfDay(day, grain, calendar.weekStart);
  return atDay(start === day ? day : nextBucket(start, grain));
}

/** The start of the bucket that a moment lies in: buckets before it are whole. */
function downTo(moment: Moment, grain: Grain, calendar: Calendar): Moment {
  const unit = SHORT_GRAINS[grain];
  if (unit !== undefined) return atInstant(shortBucket(instantOfMoment(moment, calendar), unit, calendar));
  const day =
    moment.kind === 'day'
      ? moment.day
      : localDayOf({ kind: 'instant', at: instantOfMoment(moment, calendar) }, calendar);
  return atDay(bucketOfDay(day, grain, calendar.weekStart));
}

/** The ends moved inward to whole buckets of the coarsest grain asked, and to the start of the running one. */
function completed({ from, to }: Bounds, grains: readonly Grain[], now: number, calendar: Calendar): Bounds {
  const { completeDropsCut, completeDropsRunning, completeByCoarsest } = calendar.decisions;
  const sorted = [...grains].sort((a, b) => GRAINS.indexOf(a) - GRAINS.indexOf(b));
  const grain = (completeByCoarsest ? sorted.at(-1) : sorted[0]) ?? 'day';
  const running = downTo(atInstant(now), grain, calendar);
  const end = to && (completeDropsCut ? downTo(to, grain, calendar) : to);
  const isLater = end && instantOfMoment(end, calendar) > instantOfMoment(running, calendar);
  return {
    from: from && (completeDropsCut ? upTo(from, grain, calendar) : from),
    to: completeDropsRunning && (end === null || isLater) ? running : end,
  };
}

/** The flipped decision: whole buckets instead of the exact period. */
function widened({ from, to }: Bounds, grain: Grain | undefined, calendar: Calendar): Bounds {
  if (grain === undefined || !isLong(grain)) return { from, to };
  return { from: from && downTo(from, grain, calendar), to: to && upTo(to, grain, calendar) };
}

/** The period of a question in moments; null = none, so that rows without a time count too. */
export function boundsOf(world: World, question: Question, calendar: Calendar): Bounds | null {
  const { period = {}, complete = false } = question;
  const { last, grain = 'day', running = false } = period;
  const grains = grainsAsked(question);
  const now = last !== undefined || complete ? nowOf(world, question, calendar) : 0;
  const asked =
    last === undefined
      ? { from: written(period.from), to: written(period.to) }
      : relative(last, grain, running, now, calendar);
  const exact = calendar.decisions.periodExact ? asked : widened(asked, grains[0], calendar);
  const bounds = complete ? completed(exact, grains, now, calendar) : exact;
  return bounds.from === null && bounds.to === null ? null : bounds;
}
