import type { FunctionName } from '../../language/functions';
import { type Fragment, sql, trusted } from '../fragment';
import type { FunctionPrinter } from './dialect';

/** Registers of the sketch: three hexadecimal digits. */
const REGISTERS = 4096;
/** Digits that the rank is taken from: 48 bits. */
const DIGITS = 12;
/** The bias constant of HyperLogLog for this many registers (Flajolet et al., 2007). */
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

/** MD5 of the value's text is the same on every engine, and so is all that follows from it. */
const hash = (value: Fragment): Fragment => sql`md5(cast(${value} as varchar))`;

const register: FunctionPrinter = ([value]) => sql`substring(${hash(value!)}, 1, 3)`;

const rank: FunctionPrinter = ([value]) => {
  const digits = sql`ltrim(substring(${hash(value!)}, 4, ${trusted(String(DIGITS))}), '0')`;
  const lead = sql`case when ${digits} >= '8' then 1 when ${digits} >= '4' then 2 when ${digits} >= '2' then 3 when ${digits} >= '1' then 4 else 1 end`;
  return sql`(4 * (${trusted(String(DIGITS))} - length(${digits})) + ${lead})`;
};

/** Small numbers are counted by the registers that stayed empty, which is more exact there. */
const estimate: FunctionPrinter = ([registers, weight]) => {
  const m = trusted(`${REGISTERS}.0`);
  const empty = sql`(${m} - ${registers!})`;
  const raw = sql`(${trusted(String(ALPHA * REGISTERS * REGISTERS))} / (coalesce(${weight!}, 0) + ${empty}))`;
  return sql`cast(round(case when ${raw} <= ${trusted(String(2.5 * REGISTERS))} and ${empty} > 0 then ${m} * ln(${m} / ${empty}) else ${raw} end) as bigint)`;
};

/** The distinct-count sketch in plain SQL; string functions that engines share, no built-in sketch of theirs. */
export const SKETCH_FUNCTIONS = {
  sketch_register: register,
  sketch_rank: rank,
  sketch_weight: ([value]) => sql`power(2.0, - ${value!})`,
  sketch_estimate: estimate,
} satisfies Partial<Record<FunctionName, FunctionPrinter>>;
