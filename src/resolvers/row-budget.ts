import { Failure } from '../base/failure';
import type { Answer } from '../metrics/model/answer';
import type { RequestContext } from './request-context';

const given = new WeakMap<RequestContext, number>();

/**
 * The answer as it is, its rows counted towards what one operation may give: aliases and lists of saved queries multiply, and a
 * response is made whole in memory.
 * @throws Failure REQUEST.LIMIT when that is more than one question may ask for.
 */
export function withinBudget(context: RequestContext, answer: Answer): Answer {
  const { maxRows } = context.catalog.company.limits;
  const total = (given.get(context) ?? 0) + answer.rowCount;
  if (total > maxRows) {
    throw new Failure(
      'REQUEST.LIMIT',
      `The answers of the operation have more than ${maxRows} rows together.`,
      {
        hint: 'ask for fewer rows by `limit`, or for this in a request of its own',
      },
    );
  }
  given.set(context, total);
  return answer;
}
