import { answer, rightAnswer } from './answer';
import { fingerprint } from './compare';
import { DECISION_NAMES, DECISIONS, type DecisionName, flipped } from './decisions';
import { unlessUndecided } from './value';
import type { Question, World } from './world';

/** How many questions would be answered differently if a decision were the other way. */
export type Coverage = ReadonlyMap<DecisionName, number>;

/** Those of the named decisions that one question notices. */
export function noticedBy(
  world: World,
  question: Question,
  names: readonly DecisionName[] = DECISION_NAMES,
): readonly DecisionName[] {
  const decided = fingerprint(rightAnswer(world, question));
  return names.filter((name) => {
    const otherwise = unlessUndecided(() => fingerprint(answer(world, question, flipped(name))));
    return otherwise !== null && otherwise !== decided;
  });
}

/** Counts up to `enough` questions for each decision and stops when every one has them; a decision that has is no longer tried. */
export function coverageOf(
  cases: Iterable<{ readonly world: World; readonly question: Question }>,
  enough = Number.POSITIVE_INFINITY,
): Coverage {
  const counts = new Map<DecisionName, number>(DECISION_NAMES.map((name) => [name, 0]));
  for (const { world, question } of cases) {
    const open = DECISION_NAMES.filter((name) => (counts.get(name) ?? 0) < enough);
    if (open.length === 0) break;
    for (const name of noticedBy(world, question, open)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** A line for each decision: its row of docs/semantics.md, how many questions notice, and what they would notice. */
export const coverageLines = (coverage: Coverage): readonly string[] =>
  [...coverage].map(
    ([name, count]) =>
      `row ${String(DECISIONS[name].row).padStart(6)} ${String(count).padStart(5)}  ${name}: ${DECISIONS[name].otherwise}`,
  );
