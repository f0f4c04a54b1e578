import type { Query } from '../metrics/model/query';
import { wireName } from '../schema/wire-name';

/** Text that GraphQL takes without quotes. */
class Bare {
  constructor(readonly text: string) {}
}

const NAMES = new Set(['metrics', 'metric', 'dimension', 'column', 'segments', 'onlyFor']);
const WORDS = new Set(['direction', 'nulls']);
const UPPER = new Set(['time', 'grain', 'part']);

/** A question as the GraphQL text of a whole operation, to paste. */
export function printQuestion(question: Query): string {
  const args = Object.entries(question).map(([key, value]) => `    ${key}: ${literal(spelled(key, value))}`);
  return `{
  metricQuery(
${args.join('\n')}
  ) {
    columns { name label type unit }
    rows
  }
}
`;
}

/** Names, grains and words of an enum without quotes, at any depth. */
function spelled(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => spelled(key, item));
  if (typeof value === 'string') {
    if (NAMES.has(key)) return new Bare(wireName(value));
    if (WORDS.has(key)) return new Bare(value);
    return UPPER.has(key) ? new Bare(value.toUpperCase()) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([inner, part]) => [inner, spelled(inner, part)]));
}

function literal(value: unknown): string {
  if (value instanceof Bare) return value.text;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{ ${fields.map(([key, part]) => `${key}: ${literal(part)}`).join(', ')} }`;
}
