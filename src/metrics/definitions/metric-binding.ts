import type { BoundAggregate } from '../language/aggregates';
import { bind, condition } from '../language/bind';
import { coerce } from '../language/conversion';
import {
  type BoundMetric,
  bindMetricFormula,
  defaultEmpty,
  type MetricLookup,
} from '../language/metric-scope';
import { parseFormula } from '../language/parse';
import { type RowScope, rowEnvironment } from '../language/row-scope';
import type { FormulaProblem, Syntax } from '../language/syntax';
import type { Metric } from '../model/catalog';
import type { Leaf, LiteralValue, RowExpression } from '../model/expression';
import { isTemporal, STRING, typeName } from '../model/value-type';
import type { Findings } from './findings';
import { labelOf } from './names';
import type { RawDefinition, RawMetric, ValuePath } from './raw';

type Raw = RawDefinition<RawMetric>;

/** What a metric is bound in. */
export interface MetricSurroundings extends MetricLookup {
  readonly scope: Pick<RowScope, 'graph' | 'names'>;
  readonly per: NonNullable<RowScope['per']>;
  readonly findings: Findings;
  /** The column that dates a dataset's rows unless a metric says otherwise. */
  timeOf(home: string): RowExpression | null;
}

/** The binding of one metric. */
export class MetricBinding {
  private readonly where: Syntax | null;

  constructor(
    private readonly definition: Raw,
    private readonly around: MetricSurroundings,
  ) {
    this.where = definition.value.where === undefined ? null : this.parse(['where'], definition.value.where);
  }

  bind(): Metric | null {
    const syntax = this.parse(['formula'], this.definition.value.formula);
    if (!syntax) return null;
    const bound = bindMetricFormula(syntax, {
      ...this.around.scope,
      per: this.around.per,
      problem: (p) => this.report(['formula'], p),
      isMetric: (name) => this.around.find(name) !== null,
      metrics: this.around,
      where: once((home) => this.whereFor(home)),
      time: once((home) => this.timeFor(home)),
      empty: (aggregate) => this.emptyFor(aggregate),
    });
    if (bound.leaves.length === 0 && !this.broken) this.reportNoAggregate();
    if (bound.uses.length) this.refuseBaseKeys(bound.uses);
    if (this.broken) return null;
    this.warnMixedTime(bound.leaves);
    return this.metricOf(bound);
  }

  private get broken(): boolean {
    return this.around.findings.isBroken(`metric ${this.definition.name}`);
  }

  private metricOf({ formula, leaves, uses }: BoundMetric): Metric {
    const { value, name, team, at } = this.definition;
    return {
      name,
      team,
      at,
      formula,
      leaves,
      uses,
      type: formula.type,
      label: value.label ?? labelOf(name),
      description: value.description ?? null,
      question: value.question ?? null,
      decision: value.decision ?? null,
      unit: value.unit ?? null,
      format: value.format ?? null,
      better: value.better ?? null,
      formulaText: value.formula,
      whereText: value.where ?? null,
    };
  }

  private parse(path: ValuePath, text: string): Syntax | null {
    const parsed = parseFormula(text);
    if (parsed.ok) return parsed.syntax;
    this.report(path, parsed.problem);
    return null;
  }

  private report(path: ValuePath, problem: FormulaProblem): void {
    this.around.findings.formula('metric', this.definition, path, problem);
  }

  private reportNoAggregate(): void {
    this.report(['formula'], {
      code: 'FORMULA.NO_AGGREGATE',
      message: `The metric "${this.definition.name}" aggregates nothing.`,
      range: { from: 0, to: this.definition.value.formula.length },
      hint: 'a metric is made of sum(…), count(…) and so on, or of other metrics',
    });
  }

  /** The metric's `where` as seen from a home; a home that cannot see it makes the metric wrong. */
  private whereFor(home: string): RowExpression | null {
    return this.where && condition(this.where, rowEnvironment(this.rowScope(home, ['where'])));
  }

  private rowScope(home: string, path: ValuePath): RowScope {
    return { ...this.around.scope, per: this.around.per, home, problem: (p) => this.report(path, p) };
  }

  private timeFor(home: string): RowExpression | null {
    const text = this.definition.value.time;
    if (text === undefined) return this.around.timeOf(home);
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
    const bound = bind(syntax, rowEnvironment(this.rowScope(home, ['time'])));
    if (bound.kind !== 'reference') return null;
    if (!isTemporal(bound.type)) {
      const message = `"${text}" is ${typeName(bound.type)}, not a date or timestamp.`;
      this.around.findings.add('metric', this.definition, 'TIME.INVALID', message, { at: ['time'] });
    }
    return bound;
  }

  private emptyFor(bound: BoundAggregate): LiteralValue {
    const { empty } = this.definition.value;
    if (empty === undefined) return defaultEmpty(bound);
    if (empty === null) return null;
    const text = String(empty);
    const at: Syntax = { kind: 'literal', form: 'string', text, range: { from: 0, to: text.length } };
    const read = coerce<never>({ kind: 'literal', value: text, type: STRING }, bound.type, at, {
      problem: (p) => this.report(['empty'], p),
    });
    return read.kind === 'literal' ? read.value : null;
  }

  /** A metric made of metrics has no time and no `empty` of its own. */
  private refuseBaseKeys(uses: readonly string[]): void {
    const { name, value } = this.definition;
    const refuse = (key: 'time' | 'empty', what: string, hint: string): void => {
      if (value[key] === undefined) return;
      const message = `"${name}" is made of other metrics (${uses.join(', ')}), which keep their own ${what}.`;
      this.around.findings.add('metric', this.definition, 'TIME.DERIVED', message, {
        at: [key],
        key: true,
        hint,
      });
    };
    refuse('time', 'time', 'set `time:` on those metrics');
    refuse('empty', '`empty`', 'use coalesce(…, 0) in the formula');
  }

  private warnMixedTime(leaves: readonly Leaf[]): void {
    if (this.definition.value.mixed_time !== undefined) return;
    const byHome = new Map<string, Set<string>>();
    for (const leaf of leaves) {
      const times = byHome.get(leaf.home) ?? new Set<string>();
      byHome.set(leaf.home, times.add(timeText(leaf)));
    }
    for (const [home, times] of byHome) {
      if (times.size < 2) continue;
      const message = `"${this.definition.name}" dates rows of "${home}" by ${[...times].join(' and ')}.`;
      const hint = 'use one time, or say why: `mixed_time: because …`';
      this.around.findings.add('metric', this.definition, 'TIME.MIXED', message, {
        at: ['formula'],
        severity: 'warning',
        hint,
      });
    }
  }
}

function timeText({ time }: Leaf): string {
  return time?.kind === 'reference' && time.to.kind !== 'per'
    ? [...time.to.path, time.to.name].join('.')
    : 'no time';
}

/** Computes each answer once: a fault in it is then reported once. */
function once<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key)!;
  };
}
