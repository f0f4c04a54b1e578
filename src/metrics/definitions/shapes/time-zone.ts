import { nearest } from '../../../base/did-you-mean';

/** An area and a place, as in `America/Argentina/Buenos_Aires`. Abbreviations such as `EST` mean different things to different readers. */
const ZONE = /^(?:UTC|GMT|[A-Z][A-Za-z]*(?:\/[A-Z][A-Za-z0-9_+-]*)+)$/;

const known = new Map<string, boolean>();

function isKnown(zone: string): boolean {
  let answer = known.get(zone);
  if (answer === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      answer = true;
    } catch {
      answer = false;
    }
    // Texts from files: bounded, so that a reload loop cannot fill the memory.
    if (known.size < 2000) known.set(zone, answer);
  }
  return answer;
}

/** True for an IANA time zone in its official spelling, such as `Europe/London` or `UTC`. */
export const isTimeZone = (zone: string): boolean => zone.length <= 64 && ZONE.test(zone) && isKnown(zone);

/** Zones that a writer of `zone` may have meant. */
export const nearestTimeZones = (zone: string): string[] => nearest(zone.replaceAll(' ', '_'), zoneNames());

function* zoneNames(): Iterable<string> {
  yield 'UTC';
  for (const name of Intl.supportedValuesOf('timeZone')) yield name;
}

/** The hint for a zone that is none. */
export function timeZoneHint(zone: string): string {
  const [first] = nearestTimeZones(zone);
  return first === undefined
    ? 'write an IANA time zone, such as Europe/London or UTC'
    : `did you mean "${first}"?`;
}
