import { homeOf, metricNamed } from './leaves';
import { dimensionOf, pathsTo, targetOf } from './paths';
import { datasetNamed } from './tables';
import type {
  Aggregate,
  ColumnType,
  Dataset,
  Formula,
  FunctionName,
  LiteralType,
  Reference,
  World,
} from './world';

/** What a formula's values are, known without any row. `scale` counts decimal places. */
export type StaticType =
  | { readonly kind: 'boolean' | 'integer' | 'double' | 'string' | 'date' | 'instant' | 'null' }
  /** `zoned` where the column says in which zone its clock hangs. */
  | { readonly kind: 'timestamp'; readonly zoned?: boolean }
  | { readonly kind: 'decimal'; readonly scale: number };

const plain = (kind: Exclude<StaticType['kind'], 'decimal'>): StaticType => ({ kind });
const decimal = (scale: number): StaticType => ({ kind: 'decimal', scale });
const scaleOf = (type: StaticType): number => (type.kind === 'decimal' ? type.scale : 0);

export function typeOfColumn(type: ColumnType): StaticType {
  switch (type) {
    case 'smallint':
    case 'integer':
    case 'bigint':
      return plain('integer');
    case 'timestamptz':
      return plain('instant');
    case 'boolean':
    case 'double':
    case 'string':
    case 'date':
    case 'timestamp':
      return plain(type);
    default:
      return decimal(Number(/,(\d+)\)$/.exec(type)?.[1] ?? '0'));
  }
}

function typeOfLiteral(type: LiteralType, text: string | null): StaticType {
  switch (type) {
    case 'decimal':
      return decimal(text?.split('.')[1]?.length ?? 0);
    case 'timestamptz':
      return plain('instant');
    default:
      return plain(type);
  }
}

/** The one type that all of these fit: any double makes a double, any decimal a decimal. */
function unified(types: readonly StaticType[]): StaticType {
  const known = types.filter((type) => type.kind !== 'null');
  const double = known.find((type) => type.kind === 'double');
  if (double) return double;
  if (known.some((type) => type.kind === 'decimal')) return decimal(Math.max(...known.map(scaleOf)));
  return known[0] ?? plain('null');
}

function typeOfArithmetic(op: string, left: StaticType, right: StaticType): StaticType {
  if (op === '/') return plain('double');
  const type = unified([left, right]);
  return op === '*' && type.kind === 'decimal' ? decimal(scaleOf(left) + scaleOf(right)) : type;
}

function typeOfArgument(world: World, aggregate: Aggregate): StaticType {
  const [argument] = aggregate.args;
  return argument ? typeOf(world, homeOf(world, aggregate), argument) : plain('null');
}

function typeOfAggregate(world: World, aggregate: Aggregate): StaticType {
  switch (aggregate.fn) {
    case 'count':
    case 'count_rows':
    case 'count_distinct':
    case 'approx_count_distinct':
      return plain('integer');
    case 'stddev':
    case 'variance':
    case 'avg':
    case 'median':
      return plain('double');
    case 'percentile':
      return aggregate.discrete ? typeOfArgument(world, aggregate) : plain('double');
    default:
      return typeOfArgument(world, aggregate);
  }
}

/** The type of a column or dimension as seen from a dataset. */
export function typeOfReference(world: World, home: string, reference: Reference): StaticType {
  const target =
    reference.chain.length === 0 ? datasetNamed(world, home) : endOf(world, home, reference.chain);
  return target ? typeInDataset(world, target, reference.name) : plain('null');
}

function endOf(world: World, home: string, chain: readonly string[]): Dataset | null {
  const [path] = pathsTo(world, home, chain);
  return path ? datasetNamed(world, path.at(-1)?.to ?? home) : targetOf(world, chain);
}

/** A column, or else a dimension, by its name in its own dataset. */
export function typeInDataset(world: World, dataset: Dataset, name: string): StaticType {
  const column = dataset.columns.find((each) => each.name === name);
  if (column?.zone !== undefined) return { kind: 'timestamp', zoned: true };
  if (column) return typeOfColumn(column.type);
  const formula = dimensionOf(dataset, name)?.formula;
  return formula ? typeOf(world, dataset.name, formula) : plain('null');
}

function typeOfCall(fn: FunctionName, args: readonly StaticType[]): StaticType {
  switch (fn) {
    case 'concat':
    case 'lower':
    case 'upper':
    case 'trim':
    case 'substring':
      return plain('string');
    case 'length':
      return plain('integer');
    case 'starts_with':
    case 'contains':
      return plain('boolean');
    case 'floor':
    case 'ceil':
      return args[0]?.kind === 'decimal' ? decimal(0) : unified(args);
    default:
      return unified(fn === 'round' ? args.slice(0, 1) : args);
  }
}

/** The type of a formula; `home` is where its references start, null in a metric's formula outside of aggregates. */
export function typeOf(world: World, home: string | null, formula: Formula): StaticType {
  const type = (part: Formula): StaticType => typeOf(world, home, part);
  switch (formula.kind) {
    case 'literal':
      return typeOfLiteral(formula.type, formula.text);
    case 'reference':
      return typeOfReference(world, home ?? formula.chain[0] ?? '', formula);
    case 'arithmetic':
      return typeOfArithmetic(formula.op, type(formula.left), type(formula.right));
    case 'negate':
      return type(formula.of);
    case 'case':
      return unified([
        ...formula.branches.map((branch) => type(branch.take)),
        ...(formula.otherwise ? [type(formula.otherwise)] : []),
      ]);
    case 'coalesce':
      return unified(formula.of.map(type));
    case 'nullif':
      return type(formula.left);
    case 'extract':
      return plain('integer');
    case 'moved': {
      const of = type(formula.of);
      return of.kind === 'date' ? plain('timestamp') : of;
    }
    case 'now':
      return plain('instant');
    case 'per':
      return typeOf(world, null, formula.of);
    case 'call':
      return typeOfCall(formula.fn, formula.args.map(type));
    case 'aggregate':
      return typeOfAggregate(world, formula);
    case 'metric':
      return typeOf(world, null, metricNamed(world, formula.name).formula);
    default:
      return plain('boolean');
  }
}
