import { nearest } from '../../base/did-you-mean';
import { condition } from '../language/bind';
import { parseFormula } from '../language/parse';
import { rowEnvironment } from '../language/row-scope';
import type { Segment } from '../model/catalog';
import { labelOf } from './names';
import type { RawDefinition, RawSegment } from './raw';
import type { MetricResolver } from './resolve-metrics';

/** Binds segments; one that is wrong is left out. */
export function resolveSegments(
  raw: readonly RawDefinition<RawSegment>[],
  resolver: MetricResolver,
): Map<string, Segment> {
  const segments = new Map<string, Segment>();
  for (const definition of raw) {
    const bind = (): Segment | null => resolveSegment(definition, resolver);
    const segment = resolver.keeping.segment(definition, bind);
    if (segment) segments.set(definition.name, segment);
  }
  return segments;
}

function resolveSegment(definition: RawDefinition<RawSegment>, resolver: MetricResolver): Segment | null {
  const { findings, datasets } = resolver;
  const { name, value, team, at } = definition;
  const dataset = resolver.dataset(value.of);
  if (!dataset) {
    const near = nearest(value.of, datasets.keys());
    const broken = findings.isBroken(`dataset ${value.of}`);
    const message = broken
      ? `The dataset "${value.of}" is itself broken.`
      : `A segment is of one dataset, but "${value.of}" is none.`;
    findings.add('segment', definition, broken ? 'REFERENCE.BROKEN' : 'REFERENCE.UNKNOWN_DATASET', message, {
      at: ['of'],
      ...(near[0] && !broken ? { hint: `did you mean "${near[0]}"?` } : {}),
    });
    return null;
  }
  if (dataset.key.length === 0) {
    findings.add(
      'segment',
      definition,
      'DATASET.NO_KEY',
      `A segment is of a dataset with a key, but "${value.of}" has none.`,
      { at: ['of'], hint: 'declare `key:` in the dataset' },
    );
    return null;
  }
  const parsed = parseFormula(value.where);
  if (!parsed.ok) {
    findings.formula('segment', definition, ['where'], parsed.problem);
    return null;
  }
  const problem = (p: Parameters<typeof findings.formula>[3]): void =>
    findings.formula('segment', definition, ['where'], p);
  const where = condition(
    parsed.syntax,
    rowEnvironment({ ...resolver.scope, per: resolver.per, home: value.of, problem }),
  );
  if (findings.isBroken(`segment ${name}`)) return null;
  return {
    name,
    team,
    at,
    where,
    of: value.of,
    whereText: value.where,
    label: value.label ?? labelOf(name),
    description: value.description ?? null,
  };
}
