import type { Plan, PlanStep } from '../../model/plan';
import { readingRenamed } from '../rename-steps';
import type { Pass } from './pass';

/** Steps that differ in nothing but their names are one: a segment of two questions has its members found once. */
export const shareSteps: Pass = {
  name: 'share-steps',
  about: 'Equal steps are computed once.',
  needs: 'sharesSteps',
  run: (plan) => (readsTwice(plan) ? sharing(plan) : plan),
};

/** Where rows are read once only, no step is like another. */
const readsTwice = ({ steps }: Plan): boolean =>
  steps.filter((step) => step.kind === 'select' && step.from.kind !== 'step').length > 1;

/** What equal steps have in common whatever they call what they read. To write a step down in full costs ten times as much. */
function outlineOf(step: PlanStep): string {
  if (step.kind === 'union') return `union ${step.inputs.length} ${step.columns.length}`;
  const { from, joins, columns, where } = step;
  const source = from.kind === 'table' ? from.table.join('.') : from.kind;
  return `${source} ${joins.length} ${columns.length} ${where === null}`;
}

function sharing({ steps, answers }: Plan): Plan {
  const byText = new Map<string, string>();
  const names = new Map<string, string>();
  const outlines = steps.map(outlineOf);
  const counts = new Map<string, number>();
  for (const outline of outlines) counts.set(outline, (counts.get(outline) ?? 0) + 1);
  const kept = steps.flatMap((step, place): PlanStep[] => {
    const read = readingRenamed(step, names);
    if (counts.get(outlines[place]!) === 1) return [read];
    const { name, comment: _, ...meaning } = read;
    const text = JSON.stringify(meaning);
    const before = byText.get(text);
    if (before === undefined) byText.set(text, name);
    else names.set(name, before);
    return before === undefined ? [read] : [];
  });
  return { steps: kept, answers: answers.map((name) => names.get(name) ?? name) };
}
