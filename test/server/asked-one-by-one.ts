import type { Tenet } from '../../src/service/tenet';

/** A Tenet whose every question, also one of several, goes through `ask`. */
export const askedOneByOne = (tenet: Tenet, ask: Tenet['ask']): Tenet => ({
  ...tenet,
  ask,
  askTogether: (queries, options) => Promise.allSettled(queries.map((query) => ask(query, options))),
});
