import { Failure } from '../../../base/failure';
import { ahead, civilDate, timestampText } from '../../decode/civil-time';
import { smallestInteger } from '../../decode/number-text';
import type { NaturalReader as Reader } from '../../decode/planned-reader';
import { offsetText, zoneOffsets } from '../../decode/zone-offsets';
import { readMoment } from './moments';

/** Values come as PostgreSQL's own text. */
type NaturalReader = Reader<string>;

const BOOLEANS: NaturalReader = { kind: 'boolean', read: (text) => text === 't' };
const TEXTS: NaturalReader = { kind: 'string', read: (text) => text };
const OTHERS: NaturalReader = { kind: 'other', read: (text) => text };
const SMALL_INTEGERS: NaturalReader = { kind: 'integer', read: Number };
const LARGE_INTEGERS: NaturalReader = { kind: 'integer', read: (text) => smallestInteger(BigInt(text)) };
/** NaN and infinities are NULL (docs/semantics.md row 21); −0 is 0 (row 19). */
const DOUBLES: NaturalReader = {
  kind: 'double',
  read: (text) => {
    const value = Number(text);
    return Number.isFinite(value) ? value + 0 : null;
  },
};
const DECIMALS: NaturalReader = { kind: 'decimal', read: readDecimal };
const DATES: NaturalReader = {
  kind: 'date',
  read: (text) => {
    const moment = readMoment(text);
    return moment ? civilDate(moment.days) : text;
  },
};
const TIMESTAMPS: NaturalReader = {
  kind: 'timestamp',
  read: (text) => {
    const moment = readMoment(text);
    return moment ? timestampText(moment) : text;
  },
};

/** Object identifiers of PostgreSQL's own types, the same in every database (pg_type.dat). */
const READERS: ReadonlyMap<number, NaturalReader> = new Map([
  [16, BOOLEANS],
  [20, LARGE_INTEGERS],
  [21, SMALL_INTEGERS],
  [23, SMALL_INTEGERS],
  [26, SMALL_INTEGERS],
  [700, DOUBLES],
  [701, DOUBLES],
  [1700, DECIMALS],
  [19, TEXTS],
  [25, TEXTS],
  [705, TEXTS],
  [1042, TEXTS],
  [1043, TEXTS],
  [2950, TEXTS],
  [114, TEXTS],
  [3802, TEXTS],
  [1082, DATES],
  [1114, TIMESTAMPS],
]);
const TIMESTAMPTZ = 1184;

/** How values of a type are written when nothing else is planned; instants in `zone`. */
export function naturalReader(typeId: number, zone: string): NaturalReader {
  if (typeId === TIMESTAMPTZ) return { kind: 'timestamptz', read: instantReader(zone) };
  return READERS.get(typeId) ?? OTHERS;
}

function instantReader(zone: string): NaturalReader['read'] {
  const offsets = zoneOffsets(zone);
  return (text) => {
    const utc = readMoment(text);
    if (utc === null) return text;
    if (offsets.isUtc) return `${timestampText(utc)}Z`;
    const offset = offsets.at(utc.days * 86_400 + Math.floor(utc.micros / 1_000_000));
    return timestampText(ahead(utc, offset)) + offsetText(offset);
  };
}

/** More digits than any type of the language has. */
const MAX_DIGITS = 38;

/** PostgreSQL's numbers have thousands of digits, ours at most 38: beyond, they have left their type (semantics 14). */
function readDecimal(text: string): string | null {
  if (/^(NaN|-?Infinity)$/.test(text)) return null;
  if (text.length > MAX_DIGITS && text.replace(/^-?0*|\./g, '').length > MAX_DIGITS) {
    throw new Failure('ENGINE.OVERFLOW', 'A number left the range of its type.', {
      family: 'engine',
      hint: 'Declare a wider type, or round.',
    });
  }
  return text;
}
