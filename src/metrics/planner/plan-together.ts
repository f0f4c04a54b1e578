import type { EngineTraits } from '../model/engine-traits';
import type { Plan, PlanStep } from '../model/plan';
import { type Component, gathered, type SharedPlan } from './gather-answers';
import type { Pass } from './passes/pass';
import { runPasses } from './passes/pass-list';
import { readingRenamed, stepsRead } from './rename-steps';
import { uniqueNames } from './unique-names';

/**
 * Plans several questions as one, runs the passes over all of it, and takes apart again what then shares nothing: what shares a step
 * is one statement, everything else a statement of its own. `taken`: names, folded, that no step may have.
 */
export function planTogether(
  taken: ReadonlySet<string>,
  plans: readonly Plan[],
  traits: EngineTraits,
  passes?: readonly Pass[],
): readonly SharedPlan[] {
  const joined = runPasses(plans.length === 1 ? plans[0]! : joinPlans(plans, taken), traits, passes);
  return componentsOf(joined).map((component) => gathered(component, taken));
}

/** The steps of all plans under names of their own; nothing is shared yet. */
function joinPlans(plans: readonly Plan[], taken: ReadonlySet<string>): Plan {
  const unique = uniqueNames(taken);
  const all = plans.map(({ steps, answers }) => {
    const names = new Map(steps.map(({ name }) => [name, unique(name)]));
    return {
      steps: steps.map((step) => ({ ...readingRenamed(step, names), name: names.get(step.name)! })),
      answers: answers.map((name) => names.get(name)!),
    };
  });
  return { steps: all.flatMap((p) => p.steps), answers: all.flatMap((p) => p.answers) };
}

function componentsOf({ steps, answers }: Plan): readonly Component[] {
  if (answers.length === 1) return [{ steps, answers: [{ plan: 0, step: answers[0]! }] }];
  const byName = new Map(steps.map((step) => [step.name, step]));
  const components: { names: Set<string>; answers: { plan: number; step: string }[] }[] = [];
  answers.forEach((step, plan) => {
    const names = closure(step, byName);
    const touched = components.filter((c) => [...names].some((name) => c.names.has(name)));
    const [into, ...others] = touched.length ? touched : [{ names: new Set<string>(), answers: [] }];
    for (const other of others) components.splice(components.indexOf(other), 1);
    for (const name of [...names, ...others.flatMap((o) => [...o.names])]) into!.names.add(name);
    into!.answers.push(...others.flatMap((o) => o.answers), { plan, step });
    if (!touched.length) components.push(into!);
  });
  return components.map(({ names, answers: own }) => ({
    steps: steps.filter((step) => names.has(step.name)),
    answers: own.sort((a, b) => a.plan - b.plan),
  }));
}

/** A step and all that it reads. */
function closure(name: string, byName: ReadonlyMap<string, PlanStep>): ReadonlySet<string> {
  const found = new Set([name]);
  for (const each of found) for (const read of stepsRead(byName.get(each)!)) found.add(read);
  return found;
}
