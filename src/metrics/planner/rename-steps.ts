import type { PlanStep, Source } from '../model/plan';

/** The steps that a step reads. */
export function stepsRead(step: PlanStep): readonly string[] {
  if (step.kind === 'union') return step.inputs;
  const sources = [step.from, ...step.joins.map((join) => join.source)];
  return sources.flatMap((source) => (source.kind === 'step' ? [source.step] : []));
}

/** The same step where other steps have other names; what it calls them inside (their aliases) stays. */
export function readingRenamed<S extends PlanStep>(step: S, names: ReadonlyMap<string, string>): S {
  const renamed = (name: string): string => names.get(name) ?? name;
  const source = (s: Source): Source => (s.kind === 'step' ? { ...s, step: renamed(s.step) } : s);
  if (step.kind === 'union') return { ...step, inputs: step.inputs.map(renamed) };
  return {
    ...step,
    from: source(step.from),
    joins: step.joins.map((join) => ({ ...join, source: source(join.source) })),
  };
}
