import type { OutputColumn, PlanExpression, SelectStep } from './plan';

/** The same expression with every part, innermost first, replaced by what `change` makes of it. */
export function rewritten(
  e: PlanExpression,
  change: (part: PlanExpression) => PlanExpression,
): PlanExpression {
  const walk = (part: PlanExpression): PlanExpression => rewritten(part, change);
  switch (e.kind) {
    case 'call':
      return change(e.args.length ? { ...e, args: e.args.map(walk) } : e);
    case 'case':
      return change({
        ...e,
        branches: e.branches.map((b) => ({ when: walk(b.when), value: walk(b.value) })),
        otherwise: e.otherwise && walk(e.otherwise),
      });
    default:
      return change(e);
  }
}

/** The same step with every expression of its conditions replaced. */
export const withConditions = (
  step: SelectStep,
  change: (e: PlanExpression) => PlanExpression,
): SelectStep => ({
  ...step,
  where: step.where && change(step.where),
  joins: step.joins.map(({ source, on }) => ({
    source,
    on: on.map(({ left, right }) => ({ left: change(left), right: change(right) })),
  })),
});

/** The same step with the expressions of its columns, their filters included, replaced. */
export function withColumns(step: SelectStep, change: (e: PlanExpression) => PlanExpression): SelectStep {
  const columns = step.columns.map(({ name, value }): OutputColumn => {
    if (value.kind === 'position') return { name, value };
    if (value.kind !== 'aggregate') return { name, value: change(value) };
    return {
      name,
      value: { ...value, args: value.args.map(change), filter: value.filter && change(value.filter) },
    };
  });
  return { ...step, columns };
}
