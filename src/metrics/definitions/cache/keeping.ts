import type { Metric, Segment } from '../../model/catalog';
import { deepFreeze } from '../deep-freeze';
import type { Findings } from '../findings';
import type { RawDefinition, RawMetric, RawSegment } from '../raw';
import type { Kept } from './kept';
import type { Memory } from './memory';
import type { ResolutionMemory } from './resolution-memory';
import { Trace, type TraceSource } from './trace';

/** Spares the binding of definitions that an earlier load has bound, where nothing that they need has changed. */
export class Keeping {
  /** Whoever binds a definition tells it what is looked at. */
  readonly trace: Trace;

  constructor(
    source: TraceSource,
    private readonly memory: ResolutionMemory,
    private readonly findings: Findings,
  ) {
    this.trace = new Trace(source);
  }

  metric(definition: RawDefinition<RawMetric>, bind: () => Metric | null): Metric | null {
    return this.keep(this.memory.metrics, 'metric', definition, bind);
  }

  segment(definition: RawDefinition<RawSegment>, bind: () => Segment | null): Segment | null {
    return this.keep(this.memory.segments, 'segment', definition, bind);
  }

  private keep<T, R>(
    memory: Memory<RawDefinition<R>, Kept<T>>,
    kind: 'metric' | 'segment',
    definition: RawDefinition<R>,
    bind: () => T | null,
  ): T | null {
    const before = memory.get(definition);
    if (before && this.trace.holds(before)) {
      this.findings.again(before.warnings);
      return before.value;
    }
    const from = this.findings.all.length;
    const { result, needs } = this.trace.follow(bind);
    if (result === null || this.findings.isBroken(`${kind} ${definition.name}`)) return result;
    deepFreeze(result);
    const warnings = this.findings.about(kind, definition.name, from);
    memory.set(definition, { value: result, needs: needs(), warnings });
    return result;
  }
}
