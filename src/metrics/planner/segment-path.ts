import { Failure } from '../../base/failure';
import type { Catalog, Segment } from '../model/catalog';
import { reach } from '../model/join-graph';

/** The joins from a home to a segment's entity. @throws Failure FILTER.UNREACHABLE or PATH.AMBIGUOUS. */
export function segmentPath(
  catalog: Catalog,
  segment: Segment,
  home: string,
  metric: string,
  path: string,
): readonly string[] {
  const found = reach(catalog, home, [segment.of]);
  if (found.kind === 'path') return found.path;
  if (found.kind === 'ambiguous' || (found.kind === 'unreachable' && found.roles.length > 1)) {
    const ways = found.kind === 'ambiguous' ? found.paths.map((p) => p.join('.')) : found.roles;
    throw new Failure(
      'PATH.AMBIGUOUS',
      `"${metric}" reaches the dataset "${segment.of}" of the segment "${segment.name}" in ${ways.length} ways: ${ways.join(', ')}.`,
      {
        path,
        hint: `write \`via:\` in the dataset "${home}"`,
      },
    );
  }
  const legal = [...catalog.segments.values()]
    .filter((s) => reach(catalog, home, [s.of]).kind === 'path')
    .map((s) => s.name);
  throw new Failure(
    'FILTER.UNREACHABLE',
    `"${metric}" cannot be narrowed to "${segment.name}": "${home}" does not reach the dataset "${segment.of}".`,
    {
      path,
      suggestions: legal,
      hint: legal.length
        ? `it can be narrowed to ${legal.join(', ')}`
        : 'ask for that metric in a question of its own',
    },
  );
}
