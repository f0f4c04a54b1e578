import { Failure } from '../base/failure';
import type { RequestContext } from './request-context';

/** Definitions that one operation may read. Lists inside of lists multiply, and no depth limit holds that. */
const MAX_READ = 50_000;

const read = new WeakMap<RequestContext, number>();

/**
 * The list as it is, counted towards what the operation may read.
 * @throws Failure REQUEST.LIMIT when that is too much: the field is refused, and every later one that lists anything.
 */
export function counted<T extends { readonly length: number }>(context: RequestContext, list: T): T {
  const total = (read.get(context) ?? 0) + list.length;
  read.set(context, total);
  if (total <= MAX_READ) return list;
  throw new Failure('REQUEST.LIMIT', `The operation reads more than ${MAX_READ} definitions.`, {
    hint: 'ask for smaller pages, or for inner lists in a request of their own',
  });
}
