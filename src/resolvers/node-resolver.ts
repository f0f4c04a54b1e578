import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Failure } from '../base/failure';
import { NodeType } from '../schema/node-type';
import { definitionOf } from './global-id';
import type { RequestContext } from './request-context';

const MAX_IDS = 1_000;

@Resolver(() => NodeType)
export class NodeResolver {
  @Query(() => NodeType, { nullable: true, description: 'What an id stands for; null when it is gone.' })
  node(@Arg('id', () => ID) id: string, @Ctx() { catalog }: RequestContext): object | null {
    return definitionOf(catalog, id);
  }

  @Query(() => [NodeType], {
    nullable: 'itemsAndList',
    description: 'What each of the ids stands for, in their order; null for one that is gone.',
  })
  nodes(@Arg('ids', () => [ID]) ids: string[], @Ctx() { catalog }: RequestContext): (object | null)[] {
    if (ids.length <= MAX_IDS) return ids.map((id) => definitionOf(catalog, id));
    throw new Failure('REQUEST.LIMIT', `\`ids\` has ${ids.length} entries; ${MAX_IDS} are the limit.`, {
      path: 'ids',
      hint: 'send the rest in a second request',
    });
  }
}
