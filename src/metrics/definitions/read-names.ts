import type { Diagnostic, Span } from '../../base/diagnostic';
import { nearest } from '../../base/did-you-mean';
import type { DefinitionKind, Entry } from './read-entry';

/** Who has a name: a definition, or a join that is a role. */
interface Holder {
  readonly what: DefinitionKind | 'role';
  readonly at: Span;
}

const wordOf = ({ what }: Holder): string => what.replace('_', ' ');

function duplicate(name: string, second: Holder, first: Holder, entry: Entry): Diagnostic {
  const sameFile = first.at.file === second.at.file && first.what === second.what;
  const other = first.what === second.what ? `another ${wordOf(first)}` : `a ${wordOf(first)}`;
  const hint =
    second.what === 'role' || first.what === 'role'
      ? 'datasets and roles share their names; rename one of them'
      : 'rename one of them; names are unique in the company';
  return {
    code: sameFile ? 'YAML.DUPLICATE_KEY' : 'NAME.DUPLICATE',
    severity: 'error',
    message: `The name "${name}" of this ${wordOf(second)} is taken by ${other}.`,
    at: second.at,
    hint,
    definition: { kind: entry.kind, name: entry.name },
    related: [{ message: `The ${wordOf(first)} "${name}" is here.`, at: first.at }],
  };
}

/**
 * Names are unique among metrics and saved queries together, among segments, and among datasets and roles together (the same role in several datasets is one role).
 * `entries` come in the order of their files; of two with one name the later is at fault. A broken definition keeps its name,
 * so that no fault lets another definition answer in its place.
 */
export function uniqueNameFindings(entries: readonly Entry[]): Map<Entry, Diagnostic[]> {
  const datasets = new Map<string, Holder>();
  const metrics = new Map<string, Holder>();
  const taken = {
    dataset: datasets,
    metric: metrics,
    segment: new Map<string, Holder>(),
    saved_query: metrics,
  };
  const findings = new Map<Entry, Diagnostic[]>();
  const claim = (entry: Entry, name: string, holder: Holder, taken: Map<string, Holder>): boolean => {
    const first = taken.get(name);
    if (!first) taken.set(name, holder);
    if (!first || (first.what === 'role' && holder.what === 'role')) return true;
    findings.set(entry, [...(findings.get(entry) ?? []), duplicate(name, holder, first, entry)]);
    return false;
  };
  const known = new Set(entries.filter((e) => e.kind === 'dataset').map((e) => e.name));
  for (const entry of entries) {
    // The name itself is a guess then, and must not take anybody's place.
    if (entry.recovered) continue;
    const isFirst = claim(entry, entry.name, { what: entry.kind, at: entry.at }, taken[entry.kind]);
    // A join whose target is its own name with a typo is no role, and must not take the name of a dataset.
    const roles = isFirst
      ? entry.roles.filter(({ name, to }) => known.has(to) || nearest(to, [name]).length === 0)
      : [];
    for (const role of roles) claim(entry, role.name, { what: 'role', at: role.at }, datasets);
  }
  return findings;
}
