import type { PlanExpression, PlanJoin, PlanStep, SelectStep } from '../../model/plan';
import { rewritten } from '../../model/rewrite-step';
import type { Pass } from './pass';

/**
 * Joins that the condition needs come before those that only the groups need, so that what is left out looks nothing else up.
 * Each finds at most one row, so that their order changes no row.
 */
export const filterJoinsFirst: Pass = {
  name: 'filter-joins-first',
  about: 'Joins that conditions need come first.',
  needs: null,
  run: (plan) => (plan.steps.some(mayGain) ? { ...plan, steps: plan.steps.map(reordered) } : plan),
};

const mayGain = (step: PlanStep): step is SelectStep =>
  step.kind === 'select' && step.joins.length > 1 && step.where !== null;

function reordered(step: PlanStep): PlanStep {
  if (!mayGain(step)) return step;
  const needed = aliasesIn([step.where!]);
  // What a join needs stands before it: from the last to the first, everything needed is known when its turn comes.
  for (const join of [...step.joins].reverse()) {
    if (needed.has(join.source.alias)) for (const alias of aliasesIn(sidesOf(join))) needed.add(alias);
  }
  const isFirst = (join: PlanJoin): boolean => needed.has(join.source.alias);
  return { ...step, joins: [...step.joins.filter(isFirst), ...step.joins.filter((join) => !isFirst(join))] };
}

const sidesOf = ({ on }: PlanJoin): readonly PlanExpression[] =>
  on.flatMap(({ left, right }) => [left, right]);

function aliasesIn(expressions: readonly PlanExpression[]): Set<string> {
  const found = new Set<string>();
  for (const expression of expressions) {
    rewritten(expression, (part) => {
      if (part.kind === 'reference') found.add(part.to.alias);
      return part;
    });
  }
  return found;
}
