import type { JoinChoice } from '../metrics/planner/join-choices';
import { planInWords } from './plan-in-words';
import type { Explanation } from './tenet';

/** An explanation as people read it: the steps, the joins with their reasons, the SQL. */
export function explanationText({ plan, joins, sql }: Explanation): string {
  const reasons =
    joins.length === 0 ? [] : [['Joins', ...joins.map((join) => `   ${joinInWords(join)}`)].join('\n')];
  return [planInWords(plan), ...reasons, sql.trimEnd()].join('\n\n');
}

/** `orders_facts: orders to customers by customer_id, the only way …; groups by customers__region`. */
function joinInWords({ step, from, to, columns, because, needs }: JoinChoice): string {
  return `${step}: ${from} to ${to} by ${columns.join(', ')}, ${because}; ${needs.join(', ')}`;
}
