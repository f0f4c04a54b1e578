import { reach } from '../../model/join-graph';
import type { Rule } from './rule';

/** A dataset reaches each other dataset in at most one way; more need a `via:`. */
export const ambiguousPaths: Rule = (catalog) =>
  [...catalog.datasets.values()].flatMap((dataset) =>
    [...catalog.datasets.keys()].flatMap((target) => {
      const found = reach(catalog, dataset.name, [target]);
      if (found.kind !== 'ambiguous') return [];
      const ways = found.paths.map((p) => p.join('.'));
      return [
        {
          code: 'PATH.AMBIGUOUS' as const,
          message: `"${dataset.name}" reaches "${target}" in ${ways.length} ways: ${ways.join(', ')}.`,
          hint: `choose one: via: { ${target}: ${found.paths[0]![0]} }`,
          at: dataset.at,
          definition: { kind: 'dataset', name: dataset.name },
        },
      ];
    }),
  );
