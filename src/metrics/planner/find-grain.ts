import { nearest } from '../../base/did-you-mean';
import { Failure } from '../../base/failure';
import { shorten } from '../../base/plain-text';
import { DATE_PARTS, type DatePart, isDatePart } from '../model/date-part';
import { GRAINS, type Grain, isGrain } from '../model/grain';

/** The grain of this name, in any case. @throws Failure GRAIN.MISSING with near matches. */
export function findGrain(name: string, path: string): Grain {
  const grain = name.toLowerCase();
  if (isGrain(grain)) return grain;
  throw new Failure('GRAIN.MISSING', `"${shorten(name)}" is not a grain of time.`, {
    path,
    suggestions: nearest(name, GRAINS),
    hint: isDatePart(grain) ? 'it is a part of time: ask for it as `part`' : `one of ${GRAINS.join(', ')}`,
  });
}

/** The part of time of this name, in any case. @throws Failure GRAIN.MISSING with near matches. */
export function findPart(name: string, path: string): DatePart {
  const part = name.toLowerCase();
  if (isDatePart(part)) return part;
  throw new Failure('GRAIN.MISSING', `"${shorten(name)}" is not a part of time.`, {
    path,
    suggestions: nearest(name, DATE_PARTS),
    hint: isGrain(part) ? 'it is a grain of time: ask for it as `grain`' : `one of ${DATE_PARTS.join(', ')}`,
  });
}
