import type { FunctionName } from '../../language/functions';
import { type Fragment, sql, trusted } from '../fragment';
import type { FunctionPrinter, PlanCall } from './dialect';

/** Registers of the sketch: three hexadecimal digits. */
const REGISTERS = 4096;
/** Digits that the rank is taken from: 48 bits. */
const DIGITS = 12;
/** The bias constant of HyperLogLog for this many registers (Flajolet et al., 2007). */
const ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

/** Writes a value as text, the same on every engine. */
type TextOf = (value: Fragment, operand: PlanCall['args'][number]) => Fragment;

/**
 * The distinct-count sketch in plain SQL: string functions that engines share, no built-in sketch of theirs. MD5 of the value's text
 * is the same on every engine, and so is all that follows from it.
 */
export function sketchFunctions(
  textOf: TextOf,
  double: (number: Fragment) => Fragment,
): Pick<Record<FunctionName, FunctionPrinter>, SketchFunction> {
  const hash: FunctionPrinter = ([value], { args }) => sql`md5(${textOf(value!, args[0]!)})`;
  return {
    sketch_register: (args, call) => sql`substring(${hash(args, call)}, 1, 3)`,
    sketch_rank: (args, call) => rank(hash(args, call)),
    sketch_weight: ([value]) => sql`power(${double(trusted('2.0'))}, - ${value!})`,
    sketch_estimate: ([registers, weight]) =>
      estimate(registers!, weight!, double(trusted(`${REGISTERS}.0`))),
  };
}

type SketchFunction = Extract<FunctionName, `sketch_${string}`>;

function rank(hash: Fragment): Fragment {
  const digits = sql`ltrim(substring(${hash}, 4, ${trusted(String(DIGITS))}), '0')`;
  const lead = sql`case when ${digits} >= '8' then 1 when ${digits} >= '4' then 2 when ${digits} >= '2' then 3 when ${digits} >= '1' then 4 else 1 end`;
  return sql`(4 * (${trusted(String(DIGITS))} - length(${digits})) + ${lead})`;
}

/** Small numbers are counted by the registers that stayed empty, which is more exact there. */
function estimate(registers: Fragment, weight: Fragment, m: Fragment): Fragment {
  const empty = sql`(${m} - ${registers})`;
  const raw = sql`(${trusted(String(ALPHA * REGISTERS * REGISTERS))} / (coalesce(${weight}, 0) + ${empty}))`;
  return sql`cast(round(case when ${raw} <= ${trusted(String(2.5 * REGISTERS))} and ${empty} > 0 then ${m} * ln(${m} / ${empty}) else ${raw} end) as bigint)`;
}
