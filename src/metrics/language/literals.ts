import type { Expression, LiteralValue } from '../model/expression';
import { decimal, isTemporal, type ValueType } from '../model/value-type';

/** Years 0001 to 9999: what all engines and calendars read alike. */
const DATE = /^(?!0000)(\d{4})-(\d{2})-(\d{2})$/;
const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,6})?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

function isRealDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

export type TemporalLiteral =
  | { readonly kind: 'date'; readonly text: string }
  /** A wall time without offset, `YYYY-MM-DDTHH:MM:SS[.ffffff]`. */
  | { readonly kind: 'wall'; readonly text: string }
  /** An instant in UTC, the same with `Z`. An offset can lead out of the years 0001 to 9999: `+010000-01-01T13:00:00Z`. */
  | { readonly kind: 'instant'; readonly text: string };

/** Reads an ISO date, wall time or instant; null when it is none or does not exist. */
export function parseTemporal(text: string): TemporalLiteral | null {
  if (isRealDate(text)) return { kind: 'date', text };
  const match = TIMESTAMP.exec(text);
  if (!match || !isRealDate(match[1]!)) return null;
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? '0')];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = match[5] ? match[5].replace(/0+$/, '').replace(/^\.$/, '') : '';
  const clock = `${match[2]}:${match[3]}:${match[4] ?? '00'}`;
  const wall = `${match[1]}T${clock}${fraction}`;
  if (!match[6]) return { kind: 'wall', text: wall };
  const millis = Date.parse(`${match[1]}T${clock}${offset(match[6])}`);
  if (Number.isNaN(millis)) return null;
  const utc = new Date(millis).toISOString().replace(/\.\d{3}Z$/, '');
  return { kind: 'instant', text: `${utc}${fraction}Z` };
}

const offset = (text: string): string =>
  /^z$/i.test(text)
    ? 'Z'
    : text.length === 3
      ? `${text}:00`
      : text.includes(':')
        ? text
        : `${text.slice(0, 3)}:${text.slice(3)}`;

/** The smallest decimal type that holds these digits. */
export function decimalOf(digits: string): { value: string; type: ValueType } {
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(digits) ?? [];
  const lead = whole.replace(/^0+(?=\d)/, '') || '0';
  const value = `${sign ?? ''}${lead}${fraction ? `.${fraction}` : ''}`;
  return {
    value,
    type: decimal(Math.max(1, (lead === '0' ? 0 : lead.length) + fraction.length), fraction.length),
  };
}

const WHOLE = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The canonical literal of a text read as a type, or null when it cannot be read so. */
export function readLiteral(text: string, type: ValueType): LiteralValue | undefined {
  switch (type.kind) {
    case 'string':
      return text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'integer':
      return WHOLE.test(text) ? BigInt(text).toString() : undefined;
    case 'decimal':
      return /^[+-]?\d*\.?\d*$/.test(text) && /\d/.test(text)
        ? decimalOf(text.replace('+', '')).value
        : undefined;
    case 'double':
      return NUMBER.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'interval':
      return readInterval(text);
    case 'null':
      return null;
  }
  const read = parseTemporal(text);
  if (!read || !isTemporal(type)) return undefined;
  if (type.kind === 'date') return read.kind === 'date' ? read.text : undefined;
  if (type.kind === 'timestamp')
    return read.kind === 'instant' ? undefined : read.kind === 'date' ? `${read.text}T00:00:00` : read.text;
  // A wall time against an instant column stays a wall time; its zone is the question's, known when it is planned.
  return read.kind === 'date' ? `${read.text}T00:00:00` : read.text;
}

const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];

/** `1 month`, `28 days` → `1 month`, `28 day`; undefined when it is no interval of one unit. */
export function readInterval(text: string): string | undefined {
  const match = /^\s*(-?\d{1,6})\s+([a-z]+?)s?\s*$/.exec(text);
  return match && UNITS.includes(match[2]!) ? `${Number(match[1])} ${match[2]}` : undefined;
}

/** A literal as an expression: what a formula's constant, or a value given from outside, becomes. */
export function literal<R>(value: LiteralValue, type: ValueType): Expression<R> {
  return { kind: 'literal', value, type };
}
