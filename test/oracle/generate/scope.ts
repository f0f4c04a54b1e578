import { isRole, pathsTo, targetOf } from '../paths';
import { type StaticType, typeInDataset } from '../static-type';
import type { Dataset, Formula, Reference, World } from '../world';
import { isHuge } from './pools';

/** A column or dimension that a formula may name. */
export interface Field {
  readonly reference: Reference;
  readonly type: StaticType;
  /** Values so large that products of them leave every type. */
  readonly isHuge: boolean;
  /** Computed in doubles: not to be compared, counted or grouped by. */
  readonly isRough: boolean;
}

/** Every chain that could open a name: datasets, roles, and longer ones from a role on, no dataset twice. */
export function chainsOf(world: World): readonly (readonly string[])[] {
  const roles = [
    ...new Set(world.datasets.flatMap((dataset) => dataset.joins.filter(isRole).map((join) => join.name))),
  ];
  const longer = (chain: readonly string[], seen: readonly string[]): readonly (readonly string[])[] => {
    const joins = chain.length < 3 ? (targetOf(world, chain)?.joins ?? []) : [];
    const next = joins.filter((join) => !seen.includes(join.to));
    return [chain, ...next.flatMap((join) => longer([...chain, join.name], [...seen, join.to]))];
  };
  return [
    ...world.datasets.flatMap(({ name }) => longer([name], [name])),
    ...roles.flatMap((role) => longer([role], [targetOf(world, [role])?.name ?? ''])),
  ];
}

/** Chains that a home dataset reaches by exactly one path. */
export const chainsFrom = (world: World, home: string): readonly (readonly string[])[] =>
  chainsOf(world).filter((chain) => pathsTo(world, home, chain).length === 1);

/** A product of three columns may leave 64 bits. */
const hasProduct = (formula: Formula | null): boolean => JSON.stringify(formula).includes('"op":"*"');

/** Columns and dimensions of one dataset under a chain; dimensions named like a column are that column. */
export function fieldsUnder(world: World, dataset: Dataset, chain: readonly string[]): readonly Field[] {
  const columns = dataset.columns.map(({ name, type }) => ({ name, isHuge: isHuge(type) }));
  const dimensions = dataset.dimensions
    .filter(({ formula }) => formula !== null)
    .map(({ name, formula }) => ({ name, isHuge: hasProduct(formula) }));
  return [...columns, ...dimensions].map(({ name, isHuge }): Field => {
    const type = typeInDataset(world, dataset, name);
    return { reference: { kind: 'reference', chain, name }, type, isHuge, isRough: false };
  });
}

/** What a formula over the rows of a home may name: its own fields first, then those it reaches. */
export function fieldsFrom(
  world: World,
  home: string,
): { readonly own: readonly Field[]; readonly all: readonly Field[] } {
  const under = (chain: readonly string[]): readonly Field[] => {
    const target = targetOf(world, chain);
    return target ? fieldsUnder(world, target, chain) : [];
  };
  const own = under([home]);
  const others = chainsFrom(world, home).filter((chain) => chain.join() !== home);
  return { own, all: [...own, ...others.flatMap(under)] };
}
