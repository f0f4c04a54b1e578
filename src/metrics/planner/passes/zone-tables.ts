import { Temporal } from 'temporal-polyfill';
import type { Plan, PlanExpression, PlanStep, SelectStep } from '../../model/plan';
import { rewritten, withColumns, withConditions } from '../../model/rewrite-step';
import { INTEGER, TIMESTAMPTZ, type ValueType } from '../../model/value-type';
import { call, lit, test } from '../expressions';
import { type Transition, transitionsOf } from '../zone-transitions';
import type { Pass } from './pass';

/**
 * Conversions between instants and wall times by a table of the zone's offsets. The table covers the stretch of time that the
 * step's own condition leaves, else the years below, and everything outside is left to the engine: no value changes.
 */
export const zoneTables: Pass = {
  name: 'zone-tables',
  about: 'Instants and wall times are converted by a table of the offsets of the zone.',
  needs: 'slowZones',
  run: (plan) => (plan.steps.some(convertsZones) ? tabled(plan) : plan),
};

/** Years with data, mostly; a table of more makes long statements. */
const YEARS: Stretch = { from: '2015-01-01T00:00:00Z', to: '2035-01-01T00:00:00Z' };
/** A condition that leaves more than that is as good as none. */
const MAX_YEARS = 30;

interface Stretch {
  readonly from: string;
  readonly to: string;
}

const CONVERSIONS: ReadonlySet<string> = new Set(['local_time', 'local_instant', 'bucket_instant']);

const convertsZones = (step: PlanStep): boolean => {
  if (step.kind !== 'select') return false;
  const conditions = step.joins.flatMap((join) => join.on.flatMap(({ left, right }) => [left, right]));
  const values = step.columns.flatMap(({ value }) => {
    if (value.kind === 'position') return [];
    return value.kind === 'aggregate' ? [...value.args, value.filter] : [value];
  });
  return [step.where, ...conditions, ...values].some((e) => e !== null && converts(e));
};

const converts = (e: PlanExpression): boolean => {
  switch (e.kind) {
    case 'call':
      return CONVERSIONS.has(e.fn) || e.args.some(converts);
    case 'case':
      return (
        e.branches.some((b) => converts(b.when) || converts(b.value)) ||
        (e.otherwise !== null && converts(e.otherwise))
      );
    default:
      return false;
  }
};

function tabled(plan: Plan): Plan {
  const steps = plan.steps.map((step) => {
    if (step.kind !== 'select' || !convertsZones(step)) return step;
    const left = stretches(step);
    const anywhere = (e: PlanExpression): PlanExpression => rewritten(e, (part) => converted(part, null));
    // What the condition leaves holds for columns only; the condition itself sees every row.
    const kept = (e: PlanExpression): PlanExpression =>
      rewritten(e, (part) => converted(part, left.size ? (left.get(subjectText(part)) ?? null) : null));
    return withColumns(withConditions(step, anywhere), kept);
  });
  return { ...plan, steps };
}

const subjectText = (e: PlanExpression): string =>
  e.kind === 'call' ? JSON.stringify(e.args[0] ?? null) : '';

/** Which instants the step's condition leaves of an expression, by its text. */
function stretches({ where }: SelectStep): ReadonlyMap<string, Stretch> {
  const bounds = new Map<string, { from?: string; to?: string }>();
  const terms = where?.kind === 'call' && where.fn === 'and' ? where.args : where ? [where] : [];
  for (const term of terms) {
    if (term.kind !== 'call' || (term.fn !== 'gte' && term.fn !== 'lt')) continue;
    const [subject, bound] = term.args;
    if (bound?.kind !== 'literal' || bound.type.kind !== 'timestamptz' || bound.value === null) continue;
    const text = JSON.stringify(subject);
    bounds.set(text, { ...bounds.get(text), [term.fn === 'gte' ? 'from' : 'to']: String(bound.value) });
  }
  return new Map(
    [...bounds].flatMap(([text, { from, to }]) =>
      from !== undefined && to !== undefined && isBounded(from, to) ? [[text, { from, to }]] : [],
    ),
  );
}

const ORDINARY = /^\d{4}-/;

function isBounded(from: string, to: string): boolean {
  if (!ORDINARY.test(from) || !ORDINARY.test(to)) return false;
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return years >= 0 && years <= MAX_YEARS && Temporal.Instant.compare(from, to) < 0;
}

/** The conversion by table: within `stretch` without further ado, else guarded by the years of the table. */
function converted(e: PlanExpression, stretch: Stretch | null): PlanExpression {
  if (e.kind !== 'call' || !CONVERSIONS.has(e.fn)) return e;
  const [subject] = e.args;
  if (!isShort(subject!)) return e;
  const zone = e.option!.split(' ').at(-1)!;
  const isWall = e.fn === 'local_instant';
  const known = isWall ? null : stretch;
  const { from, to } = known ?? YEARS;
  const table = transitionsOf(zone, from, to);
  const offsets = e.fn === 'bucket_instant' ? withinBuckets(table, e.option!) : table;
  const type = isWall ? subject!.type : TIMESTAMPTZ;
  const offset = lookedUp(offsets, subject!, type);
  // On the wall the years begin and end a day inside, so that no offset moves a moment out of the table.
  const guard = isWall
    ? [lit<never>('2015-01-02T00:00:00', type), lit<never>('2034-12-31T00:00:00', type)]
    : [lit<never>(from, type), lit<never>(to, type)];
  const fn = `${e.fn}_by_table` as typeof e.fn;
  return call(fn, [subject!, offset, ...(known ? [] : guard)], e.type, e.option);
}

/** The subject stands in every entry of the table: a column, or little more. Conversions of conversions would multiply. */
const isShort = (e: PlanExpression): boolean =>
  e.kind === 'reference' ||
  (e.kind === 'call' && (e.fn === 'read' || e.fn === 'bucket') && e.args.length === 1 && isShort(e.args[0]!));

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600 };

/** Of whole buckets a bucket's beginning knows nothing: what is left is mostly 0, and no table at all. */
function withinBuckets(table: readonly Transition[], option: string): readonly Transition[] {
  const seconds = SECONDS[option.split(' ')[0]!]!;
  const rest = table.map(({ at, offset }) => ({ at, offset: ((offset % seconds) + seconds) % seconds }));
  return rest.filter(({ offset }, i) => i === 0 || offset !== rest[i - 1]!.offset);
}

/** The offset at a moment, found by halving the table. */
function lookedUp(table: readonly Transition[], moment: PlanExpression, type: ValueType): PlanExpression {
  if (table.length === 1) return lit(String(table[0]!.offset), INTEGER);
  const half = table.length >> 1;
  return {
    kind: 'case',
    branches: [
      {
        when: test('lt', moment, boundary(table[half]!, type)),
        value: lookedUp(table.slice(0, half), moment, type),
      },
    ],
    otherwise: lookedUp(table.slice(half), moment, type),
    type: INTEGER,
  };
}

/** As an instant; on the wall, what the clock shows right after: of two same times the later is meant, and what is skipped counts by the offset before. */
function boundary({ at, offset }: Transition, type: ValueType): PlanExpression {
  if (type.kind === 'timestamptz') return lit(at.toString(), type);
  const wall = at.add({ seconds: offset }).toZonedDateTimeISO('UTC').toPlainDateTime();
  return lit(wall.toString({ smallestUnit: 'second' }), type);
}
