import { Failure } from '../../base/failure';
import { GRAINS, type Grain, isGrain } from '../../metrics/model/grain';
import type { By, Order } from '../../metrics/model/query';

const BY = /^([A-Za-z_][\w.]*)(?::(\w+))?(?:=(\w+))?$/;

/**
 * Reads `--by NAME[:GRAIN][=AS]`: `time:month`, `customers.region`, `orders.ordered_at:week=ordered`.
 *
 * @throws Failure `USAGE.INVALID`, `GRAIN.MISSING` or `GRAIN.TOO_FINE`.
 */
export function parseBy(text: string): By {
  const match = BY.exec(text);
  const name = match?.[1];
  if (name === undefined) throw malformed('--by', text, '--by customers.region or --by time:month');
  const grain = match?.[2] === undefined ? undefined : readGrain(match[2]);
  const as = match?.[3] === undefined ? {} : { as: match[3] };
  if (name !== 'time') return { dimension: name, ...(grain && { grain }), ...as };
  if (grain === undefined) {
    throw new Failure('GRAIN.MISSING', '"time" needs a grain.', {
      hint: 'write --by time:month',
      suggestions: GRAINS,
    });
  }
  return { time: grain, ...as };
}

/** `-net_revenue` descends; `time`, a name with a dot (or `__`) and anything else are time, a dimension and a metric. */
export function parseOrder(text: string): Order {
  const match = /^([-+]?)([A-Za-z_][\w.]*)(?::(\w+))?$/.exec(text);
  const name = match?.[2];
  if (name === undefined) throw malformed('--order', text, '--order -net_revenue or --order time');
  const direction = match?.[1] === '-' ? ({ direction: 'DESC' } as const) : {};
  if (name === 'time') return { time: match?.[3] === undefined ? true : readGrain(match[3]), ...direction };
  if (match?.[3] !== undefined)
    throw malformed('--order', text, 'only time takes a grain: --order time:month');
  return name.includes('.') || name.includes('__')
    ? { dimension: name, ...direction }
    : { metric: name, ...direction };
}

function readGrain(text: string): Grain {
  const grain = text.toLowerCase();
  if (isGrain(grain)) return grain;
  throw new Failure('GRAIN.TOO_FINE', `"${text}" is not a grain.`, { hint: `grains: ${GRAINS.join(', ')}` });
}

export const malformed = (option: string, text: string, example: string): Failure =>
  new Failure('USAGE.INVALID', `"${text}" cannot be read as ${option}.`, { hint: `write ${example}` });
