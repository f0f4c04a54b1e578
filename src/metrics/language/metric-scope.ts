import { nearest } from '../../base/did-you-mean';
import type { Metric } from '../model/catalog';
import type {
  Expression,
  Leaf,
  LeafReference,
  LiteralValue,
  MetricExpression,
  RowExpression,
} from '../model/expression';
import { isAggregate } from './aggregate-names';
import { type AggregateScope, type BoundAggregate, bindAggregate } from './aggregates';
import { bind, type NameSyntax } from './bind';
import { excessOf, ONE_PART, sizeOfField, sizeOfMetric } from './formula-size';
import { conjunction, leafId } from './leaf-id';
import type { FormulaProblem, Syntax, TextRange } from './syntax';

/** Where metric names are looked up; `binding` = it is being bound right now, so naming it closes a circle. */
export interface MetricLookup {
  readonly find: (name: string) => Metric | 'broken' | 'binding' | null;
  readonly names: () => Iterable<string>;
}

/** The surroundings of a metric formula: what an aggregate's rows are dated by, narrowed to, and worth when there are none. */
export interface MetricScope extends AggregateScope {
  readonly metrics: MetricLookup;
  readonly where: (home: string) => RowExpression | null;
  readonly time: (home: string) => RowExpression | null;
  readonly empty: (aggregate: BoundAggregate) => LiteralValue;
}

export interface BoundMetric {
  readonly formula: MetricExpression;
  readonly leaves: readonly Leaf[];
  /** The metrics named in it. */
  readonly uses: readonly string[];
}

/** Over no rows a count is 0 and everything else NULL, unless the metric says otherwise. */
export function defaultEmpty({ aggregate }: Pick<BoundAggregate, 'aggregate'>): LiteralValue {
  return /count/.test(aggregate) ? '0' : null;
}

/** Binds a formula whose value is one number per group; metrics named in it are put in their place. */
export function bindMetricFormula(syntax: Syntax, scope: MetricScope): BoundMetric {
  const leaves: Leaf[] = [];
  const uses = new Set<string>();
  const field = sizeOfField(scope.names);
  /** Of the metrics named so far: a tree that is too large must not even be built. */
  let named = 0;
  const add = (leaf: Leaf): number => {
    const known = leaves.findIndex((l) => l.id === leaf.id);
    return known >= 0 ? known : leaves.push(leaf) - 1;
  };
  const formula = bind<LeafReference>(syntax, {
    problem: scope.problem,
    name: (name) => {
      const metric = namedMetric(name, scope);
      if (!metric) return null;
      uses.add(metric.name);
      const size = sizeOfMetric(metric, field);
      named += size.parts;
      const excess = excessOf({ ...size, parts: named }, leaves.length);
      if (excess !== null) return tooLarge(excess, name.range, scope);
      const places = metric.leaves.map((leaf) => add(narrowed(leaf, scope.where(leaf.home))));
      return renumber(metric.formula, places);
    },
    special: (call) => {
      if (!isAggregate(call.name)) return undefined;
      const excess = excessOf(ONE_PART, leaves.length);
      if (excess !== null) return tooLarge(excess, call.range, scope);
      const bound = bindAggregate(call, scope);
      if (!bound) return null;
      const { filter, ...rest } = bound;
      const where = conjunction([filter, scope.where(bound.home)]);
      const leaf = { ...rest, where, time: scope.time(bound.home), empty: scope.empty(bound) };
      return { kind: 'reference', to: { leaf: add({ ...leaf, id: leafId(leaf) }) }, type: bound.type };
    },
  });
  const excess = excessOf(sizeOfMetric({ formula, leaves }, field), leaves.length);
  if (excess !== null) tooLarge(excess, syntax.range, scope);
  return { formula, leaves, uses: [...uses] };
}

function tooLarge(message: string, range: TextRange, scope: MetricScope): null {
  scope.problem({ code: 'FORMULA.TOO_LARGE', message, range, hint: 'split it into several definitions' });
  return null;
}

/** The leaf over the rows that also meet a condition. */
function narrowed(leaf: Leaf, condition: RowExpression | null): Leaf {
  if (!condition) return leaf;
  const where = conjunction([leaf.where, condition]);
  return { ...leaf, where, id: leafId({ ...leaf, where }) };
}

function namedMetric(name: NameSyntax, scope: MetricScope): Metric | null {
  const text = name.parts.join('.');
  const refuse = (code: FormulaProblem['code'], message: string, hint?: string): null => {
    scope.problem({ code, message, range: name.range, ...(hint ? { hint } : {}) });
    return null;
  };
  if (name.parts.length > 1) {
    return refuse(
      'FORMULA.NO_AGGREGATE',
      `"${text}" has one value per row; a metric needs one number.`,
      `aggregate it, for example sum(${text})`,
    );
  }
  const metric = scope.metrics.find(text);
  if (metric === 'broken') return refuse('REFERENCE.BROKEN', `The metric "${text}" is itself broken.`);
  if (metric === 'binding')
    return refuse(
      'REFERENCE.CYCLE',
      `The metric "${text}" is, directly or through others, made of the one that names it here.`,
    );
  if (metric) return metric;
  if (scope.graph.datasets.has(text)) {
    return refuse(
      'FORMULA.NO_AGGREGATE',
      `"${text}" is a dataset, not a number.`,
      `to count its rows write count(${text})`,
    );
  }
  const near = nearest(text, scope.metrics.names());
  return refuse(
    'REFERENCE.UNKNOWN_METRIC',
    `No metric is named "${text}".`,
    near[0] ? `did you mean "${near[0]}"?` : 'columns are written dataset.column',
  );
}

/** A metric's formula with its leaves at other positions. */
function renumber(formula: MetricExpression, places: readonly number[]): MetricExpression {
  const walk = (e: Expression<LeafReference>): MetricExpression => {
    switch (e.kind) {
      case 'literal':
        return e;
      case 'reference':
        return { ...e, to: { leaf: places[e.to.leaf]! } };
      case 'call':
        return { ...e, args: e.args.map(walk) };
      case 'case':
        return {
          ...e,
          branches: e.branches.map((b) => ({ when: walk(b.when), value: walk(b.value) })),
          otherwise: e.otherwise && walk(e.otherwise),
        };
    }
  };
  return walk(formula);
}
