import type { Syntax } from './syntax';

/** What is said of `per(…)` where a row has no such value. */
export const PER_REFUSED = {
  code: 'FORMULA.NOT_ALLOWED',
  message: 'per() stands in conditions only: in `where`, in `filter (where …)`, in a segment, in a question.',
  hint: 'write it as a condition, such as per(customers, net_revenue) >= 100',
} as const;

/** The first `per(…)` in an argument. */
export function perIn(syntax: Syntax): Syntax | null {
  const first = (list: readonly (Syntax | null)[]): Syntax | null => {
    for (const item of list) {
      const found = item && perIn(item);
      if (found) return found;
    }
    return null;
  };
  switch (syntax.kind) {
    case 'call':
      return syntax.name === 'per' && !syntax.operator ? syntax : first(syntax.args);
    case 'cast':
      return perIn(syntax.arg);
    case 'case':
      return first([...syntax.branches.flatMap((b) => [b.when, b.value]), syntax.otherwise]);
    default:
      return null;
  }
}
