import DataLoader from 'dataloader';
import type { Answer } from '../metrics/model/answer';
import type { Query } from '../metrics/model/query';
import type { AskOptions, Tenet } from '../service/tenet';

export type AnswerLoader = DataLoader<Query, Answer, string>;

/** Collects the questions of one operation, asks equal ones once and all of them together. */
export function answerLoader(tenet: Tenet, options: AskOptions): AnswerLoader {
  return new DataLoader<Query, Answer, string>((questions) => askAll(tenet, questions, options), {
    // `parseQuery` writes keys in one order, so equal questions have equal texts.
    cacheKeyFn: (question) => JSON.stringify(question),
  });
}

async function askAll(
  tenet: Tenet,
  questions: readonly Query[],
  options: AskOptions,
): Promise<(Answer | Error)[]> {
  const outcomes = await tenet.askTogether(questions, options);
  return outcomes.map((outcome) => {
    if (outcome.status === 'fulfilled') return outcome.value;
    return outcome.reason instanceof Error ? outcome.reason : new TypeError(String(outcome.reason));
  });
}
