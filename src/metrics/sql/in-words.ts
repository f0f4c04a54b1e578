import type { FunctionName } from '../language/functions';
import type { Plan, PlanExpression } from '../model/plan';
import { rewritten, withColumns, withConditions } from '../model/rewrite-step';

/** What is computed by a table of offsets, and the conversion that it stands for. */
const BY_TABLE: Readonly<Partial<Record<FunctionName, FunctionName>>> = {
  local_time_by_table: 'local_time',
  local_instant_by_table: 'local_instant',
  bucket_instant_by_table: 'bucket_instant',
};

/** The plan without tables of offsets, of which dozens of lines say what one word says: the same values, dearer. */
export function inWords(plan: Plan): Plan {
  const steps = plan.steps.map((step) =>
    step.kind === 'select' ? withColumns(withConditions(step, named), named) : step,
  );
  return { ...plan, steps };
}

const named = (e: PlanExpression): PlanExpression =>
  rewritten(e, (part) => {
    const fn = part.kind === 'call' ? BY_TABLE[part.fn] : undefined;
    return part.kind === 'call' && fn ? { ...part, fn, args: part.args.slice(0, 1) } : part;
  });
