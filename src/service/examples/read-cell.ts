import { AmbiguousWord } from '../../metrics/definitions/yaml-value';
import { parseTemporal, readLiteral } from '../../metrics/language/literals';
import type { LiteralValue } from '../../metrics/model/expression';
import { isNumeric, isTemporal, typeName, type ValueType } from '../../metrics/model/value-type';
import { toInstant } from '../../metrics/planner/calendar';
import { plainDigits } from './digits';

/** What a cell must be: `declared` is what authors call the type. */
export interface CellType {
  readonly type: ValueType;
  readonly declared: string;
  /** The IANA zone of times without offset. */
  readonly zone: string;
}

export type Cell =
  | { readonly ok: true; readonly value: LiteralValue }
  | { readonly ok: false; readonly message: string; readonly hint?: string };

const MAX_SHOWN = 60;
const shorten = (text: string): string => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

const refuse = (shown: string, { declared }: CellType, hint?: string): Cell => ({
  ok: false,
  message: `${shown} cannot be read as ${declared}.`,
  ...(hint === undefined ? {} : { hint }),
});

const HINTS: Readonly<Partial<Record<ValueType['kind'], string>>> = {
  boolean: 'write true or false',
  date: 'write 2024-01-31',
  timestamp: 'write 2024-01-31 09:30:00',
  timestamptz: "write 2024-01-31 09:30:00, which is in the company's zone, or 2024-01-31T09:30:00Z",
  integer: 'write a whole number',
  decimal: 'write the digits, such as 12.50',
  double: 'write a number',
};

/**
 * A YAML value as a value of a column's type. `written` is what stands in the file: a number is read from its digits, because
 * the value has passed through a double.
 */
export function readCell(value: unknown, written: () => string, cell: CellType): Cell {
  const { type } = cell;
  if (value === null || value === undefined) return { ok: true, value: null };
  if (value instanceof AmbiguousWord) {
    const hint = type.kind === 'string' ? `put it in quotes: "${value.word}"` : HINTS[type.kind];
    return refuse(`The word ${value.word}`, cell, hint);
  }
  if (typeof value === 'object') return refuse(`A ${Array.isArray(value) ? 'list' : 'mapping'}`, cell);
  const text = typeof value === 'number' ? written() : String(value);
  const shown = typeof value === 'string' ? `"${shorten(value)}"` : text;
  if (!isFormOf(typeof value, type))
    return refuse(shown, cell, type.kind === 'string' ? `put it in quotes: "${text}"` : HINTS[type.kind]);
  const read = readLiteral(text, type);
  if (read === undefined) return refuse(shown, cell, HINTS[type.kind]);
  return inRange(read, cell, shown);
}

/** Numbers may stand in quotes, where they keep all their digits; all else is written as what it is. */
const isFormOf = (form: string, type: ValueType): boolean =>
  isNumeric(type) ? form !== 'boolean' : form === (type.kind === 'boolean' ? 'boolean' : 'string');

const BITS: Readonly<Record<string, number>> = { smallint: 16, integer: 32, bigint: 64 };

function inRange(value: LiteralValue, cell: CellType, shown: string): Cell {
  const { type, declared, zone } = cell;
  const text = String(value);
  if (type.kind === 'integer') {
    const bits = Object.hasOwn(BITS, declared) ? BITS[declared]! : type.bits;
    if (BigInt.asIntN(bits, BigInt(text)) !== BigInt(text))
      return refuse(shown, cell, `it is beyond the range of ${declared}`);
  }
  if (type.kind === 'decimal') {
    const [whole = '', fraction = ''] = plainDigits(text).replace('-', '').split('.');
    if (fraction.length > type.scale)
      return refuse(shown, cell, `${declared} keeps ${type.scale} decimal places`);
    if (whole.replace(/^0$/, '').length > type.precision - type.scale)
      return refuse(shown, cell, `it is beyond the range of ${declared}`);
  }
  if (isTemporal(type)) {
    const isWall = type.kind === 'timestamptz' && parseTemporal(text)?.kind === 'wall';
    const moment = isWall ? toInstant(text, zone) : text;
    // An offset can lead out of the years that can be written.
    return /^(?!0000)\d{4}-/.test(moment)
      ? { ok: true, value: moment }
      : refuse(shown, cell, 'years go from 0001 to 9999');
  }
  return { ok: true, value };
}

/** The answer that an author expects: numbers may have any digits, so that a wrong one is a wrong answer and not a wrong type. */
export function readAnswerCell(value: unknown, written: () => string, type: ValueType, zone: string): Cell {
  const isExact = type.kind === 'integer' || type.kind === 'decimal';
  const wide: ValueType = isExact ? { kind: 'decimal', precision: 1000, scale: 500 } : type;
  return readCell(value, written, { type: wide, declared: isExact ? 'number' : typeName(type), zone });
}
