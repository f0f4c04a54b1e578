import { DAY, floorDivide, MINUTE, parseInstant } from './civil';
import type { Decisions } from './decisions';
import { Undecided } from './value';

/**
 * UTC offsets by hand, from the published rules of each zone, so that a mistake in anybody's zone data shows. Only instants
 * in the years 2016 to 2026 may be asked for. Rules:
 * London: last Sunday of March 01:00 UTC to last Sunday of October 01:00 UTC. New York: second Sunday of March 02:00 EST
 * to first Sunday of November 02:00 EDT. São Paulo: from the third Sunday of October 00:00 (in 2018 from 4 November;
 * that midnight does not exist) to the third Sunday of February 00:00; abolished in 2019. Lord Howe, by 30 minutes: first Sunday of October 02:00 to first Sunday of April 02:00.
 */
const TRANSITIONS: Readonly<
  Record<string, { readonly before: number; readonly changes: readonly (readonly [string, number])[] }>
> = {
  UTC: { before: 0, changes: [] },
  'Europe/London': {
    before: 0,
    changes: [
      ['2016-03-27T01:00Z', 60],
      ['2016-10-30T01:00Z', 0],
      ['2017-03-26T01:00Z', 60],
      ['2017-10-29T01:00Z', 0],
      ['2018-03-25T01:00Z', 60],
      ['2018-10-28T01:00Z', 0],
      ['2019-03-31T01:00Z', 60],
      ['2019-10-27T01:00Z', 0],
      ['2020-03-29T01:00Z', 60],
      ['2020-10-25T01:00Z', 0],
      ['2021-03-28T01:00Z', 60],
      ['2021-10-31T01:00Z', 0],
      ['2022-03-27T01:00Z', 60],
      ['2022-10-30T01:00Z', 0],
      ['2023-03-26T01:00Z', 60],
      ['2023-10-29T01:00Z', 0],
      ['2024-03-31T01:00Z', 60],
      ['2024-10-27T01:00Z', 0],
      ['2025-03-30T01:00Z', 60],
      ['2025-10-26T01:00Z', 0],
      ['2026-03-29T01:00Z', 60],
      ['2026-10-25T01:00Z', 0],
    ],
  },
  'America/New_York': {
    before: -300,
    changes: [
      ['2016-03-13T07:00Z', -240],
      ['2016-11-06T06:00Z', -300],
      ['2017-03-12T07:00Z', -240],
      ['2017-11-05T06:00Z', -300],
      ['2018-03-11T07:00Z', -240],
      ['2018-11-04T06:00Z', -300],
      ['2019-03-10T07:00Z', -240],
      ['2019-11-03T06:00Z', -300],
      ['2020-03-08T07:00Z', -240],
      ['2020-11-01T06:00Z', -300],
      ['2021-03-14T07:00Z', -240],
      ['2021-11-07T06:00Z', -300],
      ['2022-03-13T07:00Z', -240],
      ['2022-11-06T06:00Z', -300],
      ['2023-03-12T07:00Z', -240],
      ['2023-11-05T06:00Z', -300],
      ['2024-03-10T07:00Z', -240],
      ['2024-11-03T06:00Z', -300],
      ['2025-03-09T07:00Z', -240],
      ['2025-11-02T06:00Z', -300],
      ['2026-03-08T07:00Z', -240],
      ['2026-11-01T06:00Z', -300],
    ],
  },
  'America/Sao_Paulo': {
    before: -120,
    changes: [
      ['2016-02-21T02:00Z', -180],
      ['2016-10-16T03:00Z', -120],
      ['2017-02-19T02:00Z', -180],
      ['2017-10-15T03:00Z', -120],
      ['2018-02-18T02:00Z', -180],
      ['2018-11-04T03:00Z', -120],
      ['2019-02-17T02:00Z', -180],
    ],
  },
  'Australia/Lord_Howe': {
    before: 660,
    changes: [
      ['2016-04-02T15:00Z', 630],
      ['2016-10-01T15:30Z', 660],
      ['2017-04-01T15:00Z', 630],
      ['2017-09-30T15:30Z', 660],
      ['2018-03-31T15:00Z', 630],
      ['2018-10-06T15:30Z', 660],
      ['2019-04-06T15:00Z', 630],
      ['2019-10-05T15:30Z', 660],
      ['2020-04-04T15:00Z', 630],
      ['2020-10-03T15:30Z', 660],
      ['2021-04-03T15:00Z', 630],
      ['2021-10-02T15:30Z', 660],
      ['2022-04-02T15:00Z', 630],
      ['2022-10-01T15:30Z', 660],
      ['2023-04-01T15:00Z', 630],
      ['2023-09-30T15:30Z', 660],
      ['2024-04-06T15:00Z', 630],
      ['2024-10-05T15:30Z', 660],
      ['2025-04-05T15:00Z', 630],
      ['2025-10-04T15:30Z', 660],
      ['2026-04-04T15:00Z', 630],
      ['2026-10-03T15:30Z', 660],
    ],
  },
};

const read = (text: string): number => parseInstant(text)?.micros ?? Number.NaN;
const FIRST = read('2016-01-01T00:00Z');
const LAST = read('2027-01-01T00:00Z');

/** The nearest day of which the offsets are known: for bounds that lie beyond every row. */
export const withinKnown = (day: number): number => Math.min(Math.max(day, FIRST / DAY + 2), LAST / DAY - 2);

const COMPILED = new Map(
  Object.entries(TRANSITIONS).map(([zone, { before, changes }]) => [
    zone,
    { before, changes: changes.map(([at, offset]) => ({ at: read(at), offset })) },
  ]),
);

export const ZONES: readonly string[] = [...COMPILED.keys()];

/** The instants at which a zone's clocks change, in order. */
export const changesOf = (zone: string): readonly number[] =>
  COMPILED.get(zone)?.changes.map((change) => change.at) ?? [];

/** Minutes to add to UTC to get the wall time of an instant. */
export function offsetAt(zone: string, instant: number): number {
  const known = COMPILED.get(zone);
  if (!known || instant < FIRST || instant >= LAST)
    throw new Undecided(`the oracle has no offset for ${zone} at ${instant}`);
  return known.changes.findLast((change) => change.at <= instant)?.offset ?? known.before;
}

/** What the clock on the wall shows at an instant. */
export const wallAt = (zone: string, instant: number): number => instant + offsetAt(zone, instant) * MINUTE;

/** The local day of an instant. */
export const localDay = (zone: string, instant: number): number => floorDivide(wallAt(zone, instant), DAY);

/** Every instant at which the wall shows this time: none in the hour that is skipped, two in the hour that is repeated. */
export function instantsOfWall(zone: string, wall: number): readonly number[] {
  const offsets = new Set([wall - DAY, wall + DAY].map((near) => offsetAt(zone, near)));
  return [...offsets]
    .map((offset) => wall - offset * MINUTE)
    .filter((instant) => wallAt(zone, instant) === wall)
    .sort((a, b) => a - b);
}

/**
 * The instant that a wall time means: of two the later, and in the gap that the clocks skip the one that the offset before it
 * gives (docs/semantics.md, 24).
 */
export function instantOfWall(
  zone: string,
  wall: number,
  { laterOfTwo, gapByOffsetBefore }: Decisions,
): number {
  const instants = instantsOfWall(zone, wall);
  const meant = laterOfTwo ? instants.at(-1) : instants[0];
  return meant ?? wall - offsetAt(zone, gapByOffsetBefore ? wall - DAY : wall + DAY) * MINUTE;
}
