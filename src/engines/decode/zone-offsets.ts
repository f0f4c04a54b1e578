import { Failure } from '../../base/failure';

/** Shorter than the four days between the two nearest changes of one zone on record (Freetown, 1939). */
const BLOCK_SECONDS = 3 * 86_400;
const MAX_CACHED_BLOCKS = 20_000;
/** The Gregorian calendar, and with it every rule for summer time, repeats after 400 years. */
const CYCLE_SECONDS = 146_097 * 86_400;
/** The range of `Date`, less a day for the offset itself. */
const LARGEST_DATE_SECONDS = 8.64e12 - 86_400;

/** A stretch of time in which the offset changes at most once, at `changesAt`. */
interface Block {
  readonly before: number;
  readonly after: number;
  readonly changesAt: number;
}

/** The UTC offsets of one zone, from the time-zone data of the JavaScript runtime. */
export interface ZoneOffsets {
  /** True where every instant is written with `Z`. */
  readonly isUtc: boolean;
  /** Seconds east of UTC in force at the second that holds the instant. Whole seconds since 1970, UTC. */
  at(epochSeconds: number): number;
}

const known = new Map<string, ZoneOffsets>();

/** The offsets of an IANA zone. @throws Failure QUERY.INVALID when the runtime does not know the zone. */
export function zoneOffsets(zone: string): ZoneOffsets {
  const cached = known.get(zone);
  if (cached) return cached;
  const canonical = canonicalName(zone);
  const isUtc = canonical === 'UTC' || canonical === 'Etc/UTC';
  const offsets = known.get(canonical) ?? (isUtc ? { isUtc, at: () => 0 } : offsetsOf(canonical));
  known.set(canonical, offsets);
  return offsets;
}

/** `+01:00`, and with seconds where a zone had them before standard time: `-00:01:15`. */
export function offsetText(offsetSeconds: number): string {
  const cached = texts.get(offsetSeconds);
  if (cached !== undefined) return cached;
  const size = Math.abs(offsetSeconds);
  const part = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const seconds = size % 60 === 0 ? '' : `:${part(size % 60)}`;
  const text = `${offsetSeconds < 0 ? '-' : '+'}${part(size / 3600)}:${part((size / 60) % 60)}${seconds}`;
  texts.set(offsetSeconds, text);
  return text;
}

/** A few hundred offsets exist. */
const texts = new Map<number, string>();

function canonicalName(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new Failure('QUERY.INVALID', `"${zone}" is not a time zone.`, {
      hint: 'Use an IANA name such as Europe/London.',
    });
  }
}

/**
 * Asking the runtime costs microseconds, so a block is asked once: at both ends, and by bisection when they differ.
 */
function offsetsOf(zone: string): ZoneOffsets {
  const measure = offsetMeter(zone);
  const blocks = new Map<number, Block>();
  const blockAt = (index: number): Block => {
    const cached = blocks.get(index);
    if (cached) return cached;
    if (blocks.size >= MAX_CACHED_BLOCKS) blocks.clear();
    const before = blocks.get(index - 1)?.after ?? measure(index * BLOCK_SECONDS);
    const after = blocks.get(index + 1)?.before ?? measure((index + 1) * BLOCK_SECONDS);
    const changesAt = before === after ? Number.POSITIVE_INFINITY : changeIn(index, after, measure);
    const block = { before, after, changesAt };
    blocks.set(index, block);
    return block;
  };
  return {
    isUtc: false,
    at(epochSeconds) {
      const block = blockAt(Math.floor(epochSeconds / BLOCK_SECONDS));
      return epochSeconds < block.changesAt ? block.before : block.after;
    },
  };
}

/** The first second of the block that has its new offset. */
function changeIn(blockIndex: number, after: number, measure: (epochSeconds: number) => number): number {
  let old = blockIndex * BLOCK_SECONDS;
  let changed = old + BLOCK_SECONDS;
  while (changed - old > 1) {
    const middle = Math.floor((old + changed) / 2);
    if (measure(middle) === after) changed = middle;
    else old = middle;
  }
  return changed;
}

/** Reads an offset off the wall clock that the runtime shows for an instant: exact to the second, whatever the zone. */
function offsetMeter(zone: string): (epochSeconds: number) => number {
  const wall = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (epochSeconds) => {
    const cycles = Math.ceil(Math.max(0, Math.abs(epochSeconds) - LARGEST_DATE_SECONDS) / CYCLE_SECONDS);
    const inRange = epochSeconds - Math.sign(epochSeconds) * cycles * CYCLE_SECONDS;
    return wallSeconds(wall.formatToParts(inRange * 1000)) - inRange;
  };
}

function wallSeconds(parts: readonly Intl.DateTimeFormatPart[]): number {
  const text = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  const year = text('era') === 'BC' ? 1 - Number(text('year')) : Number(text('year'));
  const date = new Date(0);
  date.setUTCFullYear(year, Number(text('month')) - 1, Number(text('day')));
  date.setUTCHours(Number(text('hour')), Number(text('minute')), Number(text('second')));
  return date.getTime() / 1000;
}
