import { type SizeOfField, sizeOfField, sizeOfMetric } from '../language/formula-size';
import type { MetricLookup } from '../language/metric-scope';
import { perBinder } from '../language/per';
import type { RowScope } from '../language/row-scope';
import type { Dataset, Metric } from '../model/catalog';
import type { RowExpression } from '../model/expression';
import { Keeping } from './cache/keeping';
import type { Ground } from './cache/last-metrics';
import type { ResolutionMemory } from './cache/resolution-memory';
import { graphDigest, surfaceDigests } from './cache/surfaces';
import type { Findings } from './findings';
import { MetricBinding, type MetricSurroundings } from './metric-binding';
import type { RawDefinition, RawMetric } from './raw';
import { bottomUp, MAX_BINDING } from './resolve-order';
import { digestOf } from './version';

type Raw = RawDefinition<RawMetric>;

/** Binds metrics on demand, so that one may name another defined later; a circle is reported where it closes. */
export class MetricResolver implements MetricSurroundings {
  readonly scope: Pick<RowScope, 'graph' | 'names'>;
  readonly keeping: Keeping;
  private readonly done = new Map<string, Metric | 'broken' | 'binding'>();
  private binding = 0;
  private isSettled = false;
  private readonly ground: Ground;

  constructor(
    private readonly raw: ReadonlyMap<string, Raw>,
    readonly datasets: ReadonlyMap<string, Dataset>,
    { graph, names }: Pick<RowScope, 'graph' | 'names'>,
    readonly findings: Findings,
    private readonly memory: ResolutionMemory,
  ) {
    const surface = surfaceDigests(datasets, names);
    const field = sizeOfField(names);
    const metric = (name: string): string => digestOfFound(this.find(name), field);
    this.ground = {
      graph: graphDigest(graph),
      datasets: new Map([...datasets.keys()].map((name) => [name, surface(name)])),
    };
    this.keeping = new Keeping({ graph: this.ground.graph, dataset: surface, metric }, memory, findings);
    memory.lastMetrics.unchanged(raw, this.ground, (name, { value, warnings }) => {
      this.done.set(name, value);
      findings.again(warnings);
    });
    const find: typeof names.find = (dataset, name) => {
      this.keeping.trace.dataset(dataset);
      return names.find(dataset, name);
    };
    this.scope = { graph, names: { ...names, find } };
  }

  readonly names = (): Iterable<string> => this.raw.keys();

  readonly find: MetricLookup['find'] = (name) => {
    this.settleChains();
    this.keeping.trace.metric(name);
    const definition = this.raw.get(name);
    if (!definition) return this.findings.isBroken(`metric ${name}`) ? 'broken' : null;
    const before = this.done.get(name);
    if (before) return before;
    if (this.binding >= MAX_BINDING) return 'binding';
    this.done.set(name, 'binding');
    this.binding += 1;
    const bind = (): Metric | null => new MetricBinding(definition, this).bind();
    const result = this.keeping.metric(definition, bind) ?? 'broken';
    this.binding -= 1;
    this.done.set(name, result);
    return result;
  };

  /** All sound metrics, in the order of their files. */
  all(): Map<string, Metric> {
    const metrics = new Map<string, Metric>();
    for (const name of this.raw.keys()) {
      const metric = this.find(name);
      if (metric && typeof metric === 'object') metrics.set(name, metric);
    }
    this.memory.lastMetrics.remember(this.raw, this.ground, metrics, this.memory.metrics);
    return metrics;
  }

  /** Before the first metric is bound: those that others are made of. */
  private settleChains(): void {
    if (this.isSettled) return;
    this.isSettled = true;
    const naming = new Map<string, readonly string[]>();
    for (const [name, definition] of this.raw) {
      if (this.done.has(name)) continue;
      const words = this.memory.namesIn(definition);
      const named = words.length > 0 ? words.filter((other) => this.raw.has(other)) : words;
      if (named.length > 0) naming.set(name, named);
    }
    for (const name of bottomUp(naming)) this.find(name);
  }

  readonly per = perBinder({
    metrics: this,
    time: (dataset) => this.timeOf(dataset),
    hasKey: (dataset) => (this.dataset(dataset)?.key.length ?? 0) > 0,
  });

  timeOf(home: string): RowExpression | null {
    const dataset = this.dataset(home);
    if (!dataset?.time) return null;
    const { type } = dataset.columns.get(dataset.time)!;
    return { kind: 'reference', to: { kind: 'column', path: [], dataset: home, name: dataset.time }, type };
  }

  /** A sound dataset, on which whoever asks for it depends from now on. */
  dataset(name: string): Dataset | undefined {
    this.keeping.trace.dataset(name);
    return this.datasets.get(name);
  }
}

/** With its size: whoever names the metric may be too large when a dimension grows that the metric uses. */
const digestOfFound = (found: ReturnType<MetricLookup['find']>, field: SizeOfField): string =>
  found && typeof found === 'object'
    ? `${digestOf(found)} ${sizeOfMetric(found, field).parts}`
    : String(found);
