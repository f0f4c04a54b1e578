import type { Grain } from '../../metrics/model/grain';
import type { Period } from '../../metrics/model/query';
import { type Door, malformed } from './door';
import { present } from './present';

/** A period as it is written. */
export interface PeriodText {
  readonly from?: string;
  readonly to?: string;
  /** `3:month`. */
  readonly last?: string;
  readonly running?: boolean;
  readonly periodColumn?: string;
}

/** The period that is named; undefined when there is none. @throws Failure the door's code. */
export function parsePeriod(text: PeriodText, door: Door): Period | undefined {
  const { from, to, last, running, periodColumn: column } = text;
  const period = { ...present({ from, to }), ...parseLast(last, door), ...present({ running, column }) };
  return Object.keys(period).length === 0 ? undefined : period;
}

/** `3:month`; binding says which words are grains. */
function parseLast(text: string | undefined, door: Door): Pick<Period, 'last' | 'grain'> {
  if (text === undefined) return {};
  const [, last, grain] = /^(\d{1,9}):(\w+)$/.exec(text) ?? [];
  if (last === undefined || grain === undefined) throw malformed(door, 'last', text, ['3:month']);
  return { last: Number(last), grain: grain.toLowerCase() as Grain };
}
