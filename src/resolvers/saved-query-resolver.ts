import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Lineage } from '../metrics/lineage/lineage';
import type { Metric, SavedQuery, Team } from '../metrics/model/catalog';
import { MetricResultType } from '../schema/answer-types';
import { DefinitionArgs } from '../schema/connection-args';
import { SavedQueryConnectionType } from '../schema/connection-types';
import { MetricType, SavedQueryType, TeamType } from '../schema/definition-types';
import { LineageArgs, LineageType } from '../schema/lineage-types';
import { SavedQueryArgs } from '../schema/saved-query-args';
import { MetricResult } from '../service/formats/metric-result';
import { findSavedQuery } from '../service/saved-query';
import type { Connection } from './connection';
import { definitions } from './definition-list';
import { globalId } from './global-id';
import { lineageOf } from './lineage';
import { questionOf } from './question';
import type { RequestContext } from './request-context';
import { withinBudget } from './row-budget';

@Resolver(() => SavedQueryType)
export class SavedQueryResolver {
  @Query(() => SavedQueryConnectionType, {
    nullable: true,
    description: 'By name; with a search, the best match first.',
  })
  savedQueries(
    @Args(() => DefinitionArgs) args: DefinitionArgs,
    @Ctx() context: RequestContext,
  ): Connection<SavedQuery> {
    return definitions(context, 'SavedQuery', args);
  }

  @Query(() => SavedQueryType, { nullable: true })
  savedQuery(@Arg('name', () => String) name: string, @Ctx() { catalog }: RequestContext): SavedQuery {
    return findSavedQuery(catalog, name);
  }

  @FieldResolver(() => ID)
  id(@Root() { name }: SavedQuery): string {
    return globalId('SavedQuery', name);
  }

  @FieldResolver(() => [MetricType], { description: 'The numbers that it asks for.' })
  metrics(@Root() { query }: SavedQuery, @Ctx() { catalog }: RequestContext): readonly Metric[] {
    return query.metrics.flatMap((name) => catalog.metrics.get(name) ?? []);
  }

  @FieldResolver(() => TeamType, { nullable: true })
  team(@Root() { team }: SavedQuery, @Ctx() { catalog }: RequestContext): Team | null {
    return catalog.teams.get(team) ?? null;
  }

  @FieldResolver(() => LineageType, { nullable: true, description: 'What it is made of.' })
  lineage(
    @Root() { name }: SavedQuery,
    @Args(() => LineageArgs) args: LineageArgs,
    @Ctx() context: RequestContext,
  ): Lineage {
    return lineageOf(context, { kind: 'SAVED_QUERY', name }, args);
  }

  @FieldResolver(() => MetricResultType, {
    nullable: true,
    description: 'Asks it; with the other questions of the operation it is planned together.',
  })
  async answer(
    @Root() { query }: SavedQuery,
    @Args(() => SavedQueryArgs) { numbers, ...args }: SavedQueryArgs,
    @Ctx() context: RequestContext,
  ): Promise<MetricResult> {
    // Its metrics are its own: what the arguments say of them is nothing.
    const { metrics: _, ...changes } = questionOf({ ...args, metrics: [], numbers });
    const answer = await context.answers.load({ ...query, ...changes });
    return new MetricResult(withinBudget(context, answer), numbers);
  }
}
