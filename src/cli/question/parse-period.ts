import type { Grain } from '../../metrics/model/grain';
import type { Period } from '../../metrics/model/query';
import { malformed } from './parse-by';
import { present } from './present';
import type { QuestionFlags } from './question-options';

/** The period that the flags name; undefined when they name none. @throws Failure `USAGE.INVALID`. */
export function parsePeriod(flags: QuestionFlags): Period | undefined {
  const { from, to, last, running, periodColumn: column } = flags;
  const period = { ...present({ from, to }), ...parseLast(last), ...present({ running, column }) };
  return Object.keys(period).length === 0 ? undefined : period;
}

/** `3:month`; binding says which words are grains. */
function parseLast(text: string | undefined): Pick<Period, 'last' | 'grain'> {
  if (text === undefined) return {};
  const [, last, grain] = /^(\d{1,9}):(\w+)$/.exec(text) ?? [];
  if (last === undefined || grain === undefined) throw malformed('--last', text, '--last 3:month');
  return { last: Number(last), grain: grain.toLowerCase() as Grain };
}
