import DataLoader from 'dataloader';
import type { DimensionValues, ValuesQuestion } from '../metrics/planner/dimension-values';
import type { AskOptions, Tenet } from '../service/tenet';

export type ValuesLoader = DataLoader<ValuesQuestion, DimensionValues, string>;

/** Asks for equal lists of values of one operation once. */
export function valuesLoader(tenet: Tenet, options: AskOptions): ValuesLoader {
  const ask = (asked: ValuesQuestion): Promise<DimensionValues> => tenet.values(asked, options);
  // A failed list fails its own fields only.
  const settled = (asked: ValuesQuestion): Promise<DimensionValues | Error> =>
    ask(asked).catch((error: unknown) => (error instanceof Error ? error : new TypeError(String(error))));
  return new DataLoader<ValuesQuestion, DimensionValues, string>((all) => Promise.all(all.map(settled)), {
    cacheKeyFn: (asked) => JSON.stringify(asked),
  });
}
