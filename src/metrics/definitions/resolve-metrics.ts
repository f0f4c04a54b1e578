import { nearest } from '../../base/did-you-mean';
import { type BoundAggregate, bindAggregate, isAggregate } from '../language/aggregates';
import { bind, condition, type NameSyntax } from '../language/bind';
import { coerce } from '../language/conversion';
import { parseFormula } from '../language/parse';
import { type NamesOf, rowEnvironment } from '../language/row-scope';
import type { FormulaProblem, Syntax } from '../language/syntax';
import type { Dataset, Leaf, Metric } from '../model/catalog';
import type {
  Expression,
  LeafReference,
  LiteralValue,
  MetricExpression,
  RowExpression,
} from '../model/expression';
import type { JoinGraph } from '../model/join-graph';
import { isTemporal, STRING, typeName } from '../model/value-type';
import type { Findings } from './findings';
import { conjunction, leafId } from './leaf-id';
import { labelOf } from './names';
import type { RawDefinition, RawMetric, ValuePath } from './raw';

type Raw = RawDefinition<RawMetric>;

/** Binds metrics on demand, so that one may name another defined later; circles are reported once per member. */
export class MetricResolver {
  private readonly done = new Map<string, Metric | 'broken' | 'binding'>();

  constructor(
    private readonly raw: ReadonlyMap<string, Raw>,
    private readonly datasets: ReadonlyMap<string, Dataset>,
    private readonly graph: JoinGraph,
    private readonly names: NamesOf,
    private readonly findings: Findings,
  ) {}

  resolve(name: string): Metric | 'broken' {
    const before = this.done.get(name);
    if (before === 'binding') return 'broken';
    if (before) return before;
    this.done.set(name, 'binding');
    const result = new MetricBinding(this.raw.get(name)!, this).bind();
    this.done.set(name, result ?? 'broken');
    return result ?? 'broken';
  }

  isBinding(name: string): boolean {
    return this.done.get(name) === 'binding';
  }

  get context() {
    return {
      raw: this.raw,
      datasets: this.datasets,
      graph: this.graph,
      names: this.names,
      findings: this.findings,
    };
  }
}

/** The binding of one metric. */
class MetricBinding {
  private readonly leaves: Leaf[] = [];
  private readonly uses = new Set<string>();
  private readonly where: Syntax | null;

  constructor(
    private readonly definition: Raw,
    private readonly resolver: MetricResolver,
  ) {
    this.where = definition.value.where === undefined ? null : this.parse(['where'], definition.value.where);
  }

  bind(): Metric | null {
    const { value } = this.definition;
    const syntax = this.parse(['formula'], value.formula);
    if (!syntax) return null;
    const formula = bind<LeafReference>(syntax, {
      problem: (p) => this.report(['formula'], p),
      name: (name) => this.metric(name),
      special: (call) =>
        isAggregate(call.name)
          ? this.aggregate(
              bindAggregate(call, { ...this.resolver.context, problem: (p) => this.report(['formula'], p) }),
            )
          : undefined,
    });
    if (this.leaves.length === 0 && !this.broken)
      this.report(['formula'], {
        code: 'FORMULA.NO_AGGREGATE',
        message: `The metric "${this.definition.name}" aggregates nothing.`,
        range: { from: 0, to: value.formula.length },
        hint: 'a metric is made of sum(…), count(…) and so on, or of other metrics',
      });
    if (this.uses.size) this.refuseBaseKeys();
    if (this.broken) return null;
    this.warnMixedTime();
    return this.metricOf(formula);
  }

  private get broken(): boolean {
    return this.resolver.context.findings.isBroken(`metric ${this.definition.name}`);
  }

  private metricOf(formula: MetricExpression): Metric {
    const { value, name, team, at } = this.definition;
    return {
      name,
      team,
      at,
      formula,
      label: value.label ?? labelOf(name),
      description: value.description ?? null,
      question: value.question ?? null,
      decision: value.decision ?? null,
      unit: value.unit ?? null,
      format: value.format ?? null,
      better: value.better ?? null,
      formulaText: value.formula,
      whereText: value.where ?? null,
      leaves: this.leaves,
      type: formula.type,
      uses: [...this.uses],
    };
  }

  private parse(path: ValuePath, text: string): Syntax | null {
    const parsed = parseFormula(text);
    if (parsed.ok) return parsed.syntax;
    this.report(path, parsed.problem);
    return null;
  }

  private report(path: ValuePath, problem: FormulaProblem): void {
    this.resolver.context.findings.formula('metric', this.definition, path, problem);
  }

  /** A single name is another metric; its leaves join ours, narrowed by our `where`. */
  private metric(name: NameSyntax): MetricExpression | null {
    const { raw, graph, findings } = this.resolver.context;
    const refuse = (code: FormulaProblem['code'], message: string, hint?: string): null => {
      this.report(['formula'], { code, message, range: name.range, ...(hint ? { hint } : {}) });
      return null;
    };
    const text = name.parts.join('.');
    if (name.parts.length > 1)
      return refuse(
        'FORMULA.NO_AGGREGATE',
        `"${text}" has one value per row; a metric needs one number.`,
        `aggregate it, for example sum(${text})`,
      );
    if (!raw.has(text)) {
      if (findings.isBroken(`metric ${text}`))
        return refuse('REFERENCE.BROKEN', `The metric "${text}" is itself broken.`);
      if (graph.datasets.has(text))
        return refuse(
          'FORMULA.NO_AGGREGATE',
          `"${text}" is a dataset, not a number.`,
          `to count its rows write count(${text})`,
        );
      const near = nearest(text, raw.keys());
      return refuse(
        'REFERENCE.UNKNOWN_METRIC',
        `No metric is named "${text}".`,
        near[0] ? `did you mean "${near[0]}"?` : 'columns are written dataset.column',
      );
    }
    if (this.resolver.isBinding(text))
      return refuse(
        'REFERENCE.CYCLE',
        `The metric "${text}" is made of "${this.definition.name}", which names it here.`,
      );
    const metric = this.resolver.resolve(text);
    if (metric === 'broken') return refuse('REFERENCE.BROKEN', `The metric "${text}" is itself broken.`);
    this.uses.add(text);
    const places = metric.leaves.map((leaf) =>
      this.addLeaf({ ...leaf, where: conjunction([leaf.where, this.whereFor(leaf.home)]) }),
    );
    return renumber(metric.formula, places);
  }

  private aggregate(bound: BoundAggregate | null): MetricExpression | null {
    if (!bound) return null;
    const where = conjunction([bound.filter, this.whereFor(bound.home)]);
    const { filter: _, ...rest } = bound;
    const leaf = this.addLeaf({
      ...rest,
      where,
      time: this.timeFor(bound.home),
      empty: this.emptyFor(bound),
    });
    return { kind: 'reference', to: { leaf }, type: bound.type };
  }

  private addLeaf(leaf: Omit<Leaf, 'id'>): number {
    const id = leafId(leaf);
    const known = this.leaves.findIndex((l) => l.id === id);
    return known >= 0 ? known : this.leaves.push({ ...leaf, id }) - 1;
  }

  private readonly wheres = new Map<string, RowExpression | null>();

  /** The metric's `where` as seen from a home; a home that cannot see it makes the metric wrong. */
  private whereFor(home: string): RowExpression | null {
    if (!this.where) return null;
    const known = this.wheres.get(home);
    if (known !== undefined) return known;
    const bound = condition(
      this.where,
      rowEnvironment({ ...this.resolver.context, home, problem: (p) => this.report(['where'], p) }),
    );
    this.wheres.set(home, bound);
    return bound;
  }

  private readonly times = new Map<string, RowExpression | null>();

  private timeFor(home: string): RowExpression | null {
    const known = this.times.get(home);
    if (known !== undefined) return known;
    const time = this.bindTime(home);
    this.times.set(home, time);
    return time;
  }

  private bindTime(home: string): RowExpression | null {
    const { datasets } = this.resolver.context;
    const text = this.definition.value.time;
    const own = datasets.get(home)?.time ?? null;
    if (text === undefined) return own === null ? null : this.ownTime(home, own);
    const syntax = this.parse(['time'], text);
    if (!syntax) return null;
    if (syntax.kind !== 'name') {
      this.report(['time'], {
        code: 'FORMULA.NOT_ALLOWED',
        message: 'The time of a metric is a column or dimension, not a formula.',
        range: syntax.range,
        hint: 'define a dimension and name it here',
      });
      return null;
    }
    const bound = bind(
      syntax,
      rowEnvironment({ ...this.resolver.context, home, problem: (p) => this.report(['time'], p) }),
    );
    if (bound.kind === 'reference' && !isTemporal(bound.type)) {
      this.resolver.context.findings.add(
        'metric',
        this.definition,
        'TIME.INVALID',
        `"${text}" is ${typeName(bound.type)}, not a date or timestamp.`,
        { at: ['time'] },
      );
    }
    return bound.kind === 'reference' ? bound : null;
  }

  private ownTime(home: string, column: string): RowExpression {
    const type = this.resolver.context.datasets.get(home)!.columns.get(column)!.type;
    return { kind: 'reference', to: { kind: 'column', path: [], dataset: home, name: column }, type };
  }

  private emptyFor(bound: BoundAggregate): LiteralValue {
    const { empty } = this.definition.value;
    if (empty === undefined)
      return bound.aggregate === 'count' || bound.aggregate === 'count_distinct' ? '0' : null;
    if (empty === null) return null;
    const at: Syntax = {
      kind: 'literal',
      form: 'string',
      text: '',
      range: { from: 0, to: String(empty).length },
    };
    const read = coerce<never>({ kind: 'literal', value: String(empty), type: STRING }, bound.type, at, {
      problem: (p) => this.report(['empty'], p),
    });
    return read.kind === 'literal' ? read.value : null;
  }

  /** A metric made of metrics has no time and no `empty` of its own. */
  private refuseBaseKeys(): void {
    const { findings } = this.resolver.context;
    const named = [...this.uses].join(', ');
    if (this.definition.value.time !== undefined)
      findings.add(
        'metric',
        this.definition,
        'TIME.DERIVED',
        `"${this.definition.name}" is made of other metrics (${named}), which keep their own time.`,
        { at: ['time'], key: true, hint: 'set `time:` on those metrics' },
      );
    if (this.definition.value.empty !== undefined)
      findings.add(
        'metric',
        this.definition,
        'TIME.DERIVED',
        `"${this.definition.name}" is made of other metrics (${named}), which keep their own \`empty\`.`,
        { at: ['empty'], key: true, hint: 'use coalesce(…, 0) in the formula' },
      );
  }

  private warnMixedTime(): void {
    if (this.definition.value.mixed_time !== undefined) return;
    const byHome = new Map<string, Set<string>>();
    for (const leaf of this.leaves) {
      const times = byHome.get(leaf.home) ?? new Set<string>();
      times.add(
        leaf.time?.kind === 'reference' ? [...leaf.time.to.path, leaf.time.to.name].join('.') : 'none',
      );
      byHome.set(leaf.home, times);
    }
    for (const [home, times] of byHome) {
      if (times.size > 1)
        this.resolver.context.findings.add(
          'metric',
          this.definition,
          'TIME.MIXED',
          `"${this.definition.name}" dates rows of "${home}" by ${[...times].join(' and ')}.`,
          { at: ['formula'], severity: 'warning', hint: 'use one time, or say why: `mixed_time: because …`' },
        );
    }
  }
}

/** A metric's formula with its leaves at other positions. */
function renumber(formula: MetricExpression, places: readonly number[]): MetricExpression {
  const walk = (e: MetricExpression): MetricExpression => {
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
  return walk(formula satisfies Expression<LeafReference>);
}
