import { Failure } from '../../base/failure';
import type { Answer } from '../../metrics/model/answer';
import type { Catalog } from '../../metrics/model/catalog';
import type { By, Query } from '../../metrics/model/query';
import type { Tenet } from '../../service/tenet';

/** What is told of one question: names of the catalog, and no value. */
export interface QuestionNote {
  readonly metrics: readonly string[];
  readonly by: readonly string[];
  readonly segments: readonly string[];
  readonly ms: number;
  /** Null where it was not answered. */
  readonly rows: number | null;
  /** Why it was not answered. */
  readonly code: string | null;
}

/** A Tenet that takes a note of each question. */
export function observedTenet(tenet: Tenet, take: (note: QuestionNote) => void): Tenet {
  const note = (query: Query, began: number, outcome: PromiseSettledResult<Answer>): void => {
    const isAnswered = outcome.status === 'fulfilled';
    take({
      ...namesOf(tenet.catalog, query),
      ms: Math.round(performance.now() - began),
      rows: isAnswered ? outcome.value.rowCount : null,
      code: isAnswered ? null : codeOf(outcome.reason),
    });
  };
  return {
    ...tenet,
    ask: async (query, options) => {
      const began = performance.now();
      const [outcome] = await Promise.allSettled([tenet.ask(query, options)]);
      note(query, began, outcome);
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    },
    askTogether: async (queries, options) => {
      const began = performance.now();
      const outcomes = await tenet.askTogether(queries, options);
      queries.forEach((query, i) => {
        const outcome = outcomes[i];
        if (outcome !== undefined) note(query, began, outcome);
      });
      return outcomes;
    },
  };
}

const codeOf = (reason: unknown): string => (reason instanceof Failure ? reason.code : 'INTERNAL.ERROR');

/** A name that the catalog does not have may be anything, so it is left out. */
function namesOf(catalog: Catalog, query: Query): Pick<QuestionNote, 'metrics' | 'by' | 'segments'> {
  return {
    metrics: query.metrics.filter((name) => catalog.metrics.has(name)),
    by: (query.by ?? []).flatMap((by) => nameOfBy(catalog, by)),
    segments: (query.segments ?? []).filter((name) => catalog.segments.has(name)),
  };
}

function nameOfBy(catalog: Catalog, by: By): readonly string[] {
  if ('time' in by) return [`time ${by.time}`];
  if (!('dimension' in by)) return ['time'];
  const name = by.dimension.replaceAll('__', '.');
  return catalog.dimensions.has(name) ? [name] : [];
}
