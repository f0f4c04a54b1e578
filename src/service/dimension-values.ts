import type { ValueType } from '../metrics/model/value-type';
import { buildPlan } from '../metrics/planner/build';
import { bindValues, type DimensionValues, type ValuesQuestion } from '../metrics/planner/dimension-values';
import { type RunContext, runAlone } from './run-together';

/** Asks the database for the values of a dimension. @throws Failure with family `request` or `engine`. */
export async function dimensionValues(asked: ValuesQuestion, context: RunContext): Promise<DimensionValues> {
  const { catalog } = context;
  const bound = bindValues(catalog, asked, new Date().toISOString());
  const job = { plan: buildPlan(catalog, bound), catalog, zone: bound.context.zone, owner: 0 };
  const { columns } = (await runAlone(job, context)).result;
  const [by] = bound.by;
  const type: ValueType =
    by && by.target !== 'time' && 'dimension' in by.target ? by.target.dimension.type : { kind: 'null' };
  return { type, values: columns[0] ?? [], rows: (columns[1] ?? []).map(Number) };
}
