import { nearest } from '../../../base/did-you-mean';
import { COLUMN_TYPE_NAMES, parseColumnType } from '../../model/value-type';

/** What databases call the types, and what they are called here. */
const FOREIGN_NAMES: Readonly<Record<string, string>> = {
  int8: 'bigint',
  long: 'bigint',
  int64: 'bigint',
  hugeint: 'decimal(38,0)',
  bigserial: 'bigint',
  int: 'integer',
  int4: 'integer',
  int32: 'integer',
  serial: 'integer',
  mediumint: 'integer',
  int2: 'smallint',
  int16: 'smallint',
  tinyint: 'smallint',
  short: 'smallint',
  float: 'double',
  float4: 'double',
  float8: 'double',
  float32: 'double',
  float64: 'double',
  real: 'double',
  'double precision': 'double',
  number: 'double',
  money: 'decimal(18,2)',
  dec: 'decimal(18,2)',
  varchar: 'string',
  text: 'string',
  char: 'string',
  character: 'string',
  'character varying': 'string',
  nvarchar: 'string',
  bpchar: 'string',
  citext: 'string',
  uuid: 'string',
  enum: 'string',
  str: 'string',
  bool: 'boolean',
  bit: 'boolean',
  datetime: 'timestamp',
  datetime2: 'timestamp',
  datetime64: 'timestamp',
  timestamp_ntz: 'timestamp',
  'timestamp without time zone': 'timestamp',
  timestamp_tz: 'timestamptz',
  timestamp_ltz: 'timestamptz',
  'timestamp with time zone': 'timestamptz',
};

const LENGTH = /\s*\(\s*\d+\s*\)$/;
const NUMERIC = /^(?:numeric|decimal|number|dec)\s*\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\)$/;
const CUT_DECIMAL = /^(?:numeric|decimal|number|dec)\(\s*\d+$/;
const BARE_DECIMAL = /^(?:numeric|decimal)$/;

/** The type that a foreign name means here; null when it is unknown. */
function translate(name: string): string | null {
  const lower = name.trim().toLowerCase().replace(/\s+/g, ' ');
  const numeric = NUMERIC.exec(lower);
  const candidate = numeric ? `decimal(${numeric[1]},${numeric[2] ?? 0})` : lower.replace(LENGTH, '');
  const own = Object.hasOwn(FOREIGN_NAMES, candidate) ? FOREIGN_NAMES[candidate] : undefined;
  const found = own ?? candidate;
  return parseColumnType(found) === null ? null : found;
}

/** True for `decimal(12`, what is left of `decimal(12,2)` between braces, where a comma ends the value. */
export const isCutDecimal = (name: string): boolean => CUT_DECIMAL.test(name.toLowerCase());

/** What to write instead of a type name that is none. */
export function columnTypeHint(name: string): string {
  if (isCutDecimal(name))
    return `between { } a comma ends the value: put it in quotes, '${name.toLowerCase().replace(/^[a-z]+/, 'decimal')},2)'`;
  const all = `types are ${COLUMN_TYPE_NAMES.join(', ')} and decimal(precision,scale)`;
  if (BARE_DECIMAL.test(name.trim().toLowerCase())) return 'write the precision and the scale: decimal(18,2)';
  const translated = translate(name);
  if (translated !== null) return `write "${translated}"`;
  const [near] = nearest(name, COLUMN_TYPE_NAMES, 1);
  return near === undefined ? all : `did you mean "${near}"? ${all}`;
}
