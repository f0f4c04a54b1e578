import type { Expression, Leaf, MetricExpression, RowExpression, RowReference } from '../model/expression';

/**
 * How large a definition may be once everything that it names is written out. Texts grow by adding, what they name by
 * multiplying: forty short metrics, each made of the one before it twice, would be a tree of 10^12 parts.
 */
export const MAX_PARTS = 20_000;
/** How many parts may lie in one another; whoever walks a tree needs a stack for it. */
export const MAX_DEPTH = 250;
/** Aggregates of one metric: each is a column of its own on the way to the answer. */
export const MAX_LEAVES = 500;

export interface FormulaSize {
  readonly parts: number;
  readonly depth: number;
}

export const ONE_PART: FormulaSize = { parts: 1, depth: 1 };

/** Why a size is too much, as a sentence; null when it is not. */
export function excessOf({ parts, depth }: FormulaSize, leaves = 0): string | null {
  const what = 'With all that it names written out, the formula has';
  if (parts > MAX_PARTS) return `${what} more than ${MAX_PARTS} parts.`;
  if (depth > MAX_DEPTH) return `${what} more than ${MAX_DEPTH} parts in one another.`;
  return leaves > MAX_LEAVES ? `${what} more than ${MAX_LEAVES} aggregates.` : null;
}

/** The size of a tree; `reference` says what a reference stands for. The depth of the tree must be bounded. */
export function sizeOf<R>(
  expression: Expression<R>,
  reference: (to: R) => FormulaSize = () => ONE_PART,
): FormulaSize {
  switch (expression.kind) {
    case 'literal':
      return ONE_PART;
    case 'reference':
      return reference(expression.to);
    case 'call':
      return around(expression.args.map((arg) => sizeOf(arg, reference)));
    case 'case': {
      const { branches, otherwise } = expression;
      const parts = [...branches.flatMap((b) => [b.when, b.value]), ...(otherwise ? [otherwise] : [])];
      return around(parts.map((part) => sizeOf(part, reference)));
    }
  }
}

function around(inner: readonly FormulaSize[]): FormulaSize {
  let [parts, depth] = [1, 1];
  for (const size of inner) {
    parts += size.parts;
    depth = Math.max(depth, size.depth + 1);
  }
  return { parts, depth };
}

const sizes = new WeakMap<object, FormulaSize>();

function remembered(of: object, find: () => FormulaSize): FormulaSize {
  const known = sizes.get(of);
  if (known !== undefined) return known;
  const size = find();
  sizes.set(of, size);
  return size;
}

/** The size of a finished formula, in which nothing is named any more. */
export const sizeOfFormula = (formula: Expression<unknown>): FormulaSize =>
  remembered(formula, () => sizeOf(formula));

/** What a name inside a dataset stands for. */
export type SizeOfField = (dataset: string, name: string) => FormulaSize;

interface Names {
  readonly find: (dataset: string, name: string) => { readonly size?: FormulaSize } | 'broken' | null;
}

export const sizeOfField =
  (names: Names): SizeOfField =>
  (dataset, name) => {
    const found = names.find(dataset, name);
    return (found && found !== 'broken' ? found.size : undefined) ?? ONE_PART;
  };

/** The size of a metric: its formula, and each aggregate with its conditions. */
export const sizeOfMetric = (
  { formula, leaves }: { readonly formula: MetricExpression; readonly leaves: readonly Leaf[] },
  field: SizeOfField,
): FormulaSize => {
  const { parts, depth } = sizeOfFormula(formula);
  return { parts: leaves.reduce((sum, leaf) => sum + sizeOfLeaf(leaf, field).parts, parts), depth };
};

/** The size of a condition or value of rows. */
export const sizeOfRowFormula = (formula: RowExpression, field: SizeOfField): FormulaSize =>
  sizeOf(formula, sizeOfRow(field));

const sizeOfLeaf = (leaf: Leaf, field: SizeOfField): FormulaSize =>
  remembered(leaf, () =>
    around([...leaf.args, leaf.where].flatMap((e) => (e ? [sizeOfRowFormula(e, field)] : []))),
  );

const sizeOfRow =
  (field: SizeOfField): ((to: RowReference) => FormulaSize) =>
  (to) => {
    if (to.kind !== 'per') return to.kind === 'column' ? ONE_PART : field(to.dataset, to.name);
    return sizeOfMetric(to, field);
  };
