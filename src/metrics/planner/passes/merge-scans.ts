import type { Plan, PlanStep } from '../../model/plan';
import { folded, uniqueNames } from '../unique-names';
import { type Guest, hosting } from './hosting';
import type { Pass } from './pass';
import { type Scan, scansOf } from './scan';
import { guestStep, SharedScan } from './shared-scan';

/**
 * Scans of one table that need the same rows are one, whichever question or metric they are for. Where that is no gain it is not
 * done; what pays was measured (docs/performance.md).
 */
export const mergeScans: Pass = {
  name: 'merge-scans',
  about: 'Scans of the same rows are one, from which each takes its part.',
  needs: 'sharesSteps',
  run: (plan) => {
    const scans = scansOf(plan);
    return scans.length === 0 ? plan : merging(plan, scans);
  },
};

/** Fine and wide first: a scan can take in those with fewer keys and more conditions. */
const widestFirst = (a: Scan, b: Scan): number => b.keys.size - a.keys.size || a.where.size - b.where.size;

function merging(plan: Plan, scans: readonly Scan[]): Plan {
  const groups: { host: Scan; guests: Guest[] }[] = [];
  for (const scan of [...scans].sort(widestFirst)) {
    const found = firstOf(groups, ({ host, guests }) =>
      hosting(
        host,
        scan,
        guests.map((g) => g.scan),
      ),
    );
    if (found) found.group.guests.push(found.guest);
    else groups.push({ host: scan, guests: [] });
  }
  const shared = groups.filter(({ guests }) => guests.length > 0);
  return shared.length ? { ...plan, steps: rewritten(plan.steps, shared) } : plan;
}

function firstOf<G>(
  groups: readonly G[],
  tried: (group: G) => Guest | null,
): { group: G; guest: Guest } | null {
  for (const group of groups) {
    const guest = tried(group);
    if (guest) return { group, guest };
  }
  return null;
}

interface Group {
  readonly host: Scan;
  readonly guests: readonly Guest[];
}

/** The host stands where the first of its group stood: all of them read the same steps, so that these come before it. */
function rewritten(steps: readonly PlanStep[], groups: readonly Group[]): readonly PlanStep[] {
  const unique = uniqueNames(folded(steps.flatMap((step) => step.columns.map(({ name }) => name))));
  const replaced = new Map<string, readonly PlanStep[]>();
  for (const { host, guests } of groups) {
    const scan = new SharedScan(host, unique);
    const parts = guests.map((guest) => guestStep(scan, guest));
    const first = steps.find(
      (s) => s.name === host.step.name || guests.some((g) => g.scan.step.name === s.name),
    )!;
    for (const part of parts) replaced.set(part.name, [part]);
    replaced.set(host.step.name, []);
    replaced.set(first.name, [
      scan.step(guests),
      ...(first.name === host.step.name ? [] : replaced.get(first.name)!),
    ]);
  }
  return steps.flatMap((step) => replaced.get(step.name) ?? [step]);
}
