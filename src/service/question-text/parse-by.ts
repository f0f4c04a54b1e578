import { Failure } from '../../base/failure';
import type { DatePart } from '../../metrics/model/date-part';
import { GRAINS, type Grain } from '../../metrics/model/grain';
import type { By, Order } from '../../metrics/model/query';
import { type Door, malformed } from './door';

const BY = /^([A-Za-z_][\w.]*)(?::(\w+))?(?:@(\w+))?(?:=(\w+))?$/;

/**
 * Reads `by`, written NAME[:GRAIN][@PART][=AS]: `time:month`, `time@day_of_week`, `customers.region`, `orders.ordered_at:week=ordered`.
 * Whether a word is a grain, a part or a dimension is not decided here: binding refuses it in the words of every other door.
 *
 * @throws Failure the door's code; `GRAIN.MISSING` for `time` alone.
 */
export function parseBy(text: string, door: Door): By {
  const [, name, grain, part, as] = BY.exec(text) ?? [];
  if (name === undefined) throw malformed(door, 'by', text, ['customers.region', 'time:month']);
  const bucket = { ...(grain && { grain: grainWord(grain) }), ...(part && { part: partWord(part) }) };
  const renamed = as === undefined ? {} : { as };
  if (name !== 'time') return { dimension: name, ...bucket, ...renamed };
  if (grain && part) throw malformed(door, 'by', text, ['time:month', 'time@month_of_year']);
  if (part) return { part: partWord(part), ...renamed };
  if (grain) return { time: grainWord(grain), ...renamed };
  throw new Failure('GRAIN.MISSING', '"time" needs a grain.', {
    hint: `write ${door.write('by', 'time:month')}`,
    suggestions: GRAINS,
  });
}

// A word that is none is refused when the question is bound, like any other name.
const grainWord = (text: string): Grain => text.toLowerCase() as Grain;
const partWord = (text: string): DatePart => text.toLowerCase() as DatePart;

const ORDER = /^([-+]?)([A-Za-z_][\w.]*)(?::(\w+))?(?:\s+nulls\s+(first|last))?$/i;

/**
 * `-net_revenue` descends; `time`, a name with a dot (or `__`) and anything else are time, a dimension and a metric;
 * `nulls first` may follow.
 */
export function parseOrder(text: string, door: Door): Order {
  const [, sign, name, grain, nulls] = ORDER.exec(text) ?? [];
  if (name === undefined) throw malformed(door, 'order', text, ['-net_revenue', 'time']);
  const how: Pick<Order, 'direction' | 'nulls'> = {
    ...(sign === '-' && { direction: 'DESC' }),
    ...(nulls && { nulls: nulls.toLowerCase() === 'first' ? 'FIRST' : 'LAST' }),
  };
  if (name === 'time') return { time: grain === undefined ? true : grainWord(grain), ...how };
  if (grain !== undefined) throw malformed(door, 'order', text, ['time:month'], 'only time takes a grain: ');
  return name.includes('.') || name.includes('__') ? { dimension: name, ...how } : { metric: name, ...how };
}
