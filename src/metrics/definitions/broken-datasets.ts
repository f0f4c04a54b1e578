import type { Dataset, Join } from '../model/catalog';
import type { Findings } from './findings';
import type { RawCatalog, RawDataset, RawDefinition } from './raw';

type Raw = RawDefinition<RawDataset>;

/** Leaves out broken datasets, and those that join to them, and so on. Linear in the number of joins. */
export function withoutBroken(
  raw: RawCatalog,
  known: Map<string, Dataset>,
  findings: Findings,
): Map<string, Dataset> {
  for (const { kind, name, diagnostics } of raw.broken)
    for (const d of diagnostics) findings.break(`${kind} ${name}`, d);
  const joining = new Map<string, Raw[]>();
  for (const definition of raw.datasets)
    for (const { to } of known.get(definition.name)?.joins.values() ?? [])
      joining.get(to)?.push(definition) ?? joining.set(to, [definition]);
  const gone = raw.datasets.map(({ name }) => name).filter((name) => findings.isBroken(`dataset ${name}`));
  for (const name of gone) known.delete(name);
  for (const name of gone) {
    for (const definition of joining.get(name) ?? []) {
      const dataset = known.get(definition.name);
      if (!dataset) continue;
      for (const join of dataset.joins.values())
        if (!known.has(join.to)) reportBrokenTarget(definition, join, findings);
      known.delete(definition.name);
      gone.push(definition.name);
    }
  }
  return known;
}

function reportBrokenTarget(definition: Raw, { name, to }: Join, findings: Findings): void {
  const message = `The join "${name}" goes to the dataset "${to}", which is broken.`;
  findings.add('dataset', definition, 'REFERENCE.BROKEN', message, { at: ['joins', name, 'to'] });
}
