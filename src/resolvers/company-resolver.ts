import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Company, Metric, Team } from '../metrics/model/catalog';
import { DefinitionArgs, PageArgs } from '../schema/connection-args';
import { MetricConnectionType, TeamConnectionType } from '../schema/connection-types';
import { CompanyType, TeamType } from '../schema/definition-types';
import type { Connection } from './connection';
import { definitions } from './definition-list';
import { globalId } from './global-id';
import type { RequestContext } from './request-context';

@Resolver(() => CompanyType)
export class CompanyResolver {
  @Query(() => CompanyType)
  company(@Ctx() { catalog }: RequestContext): Company {
    return catalog.company;
  }
}

@Resolver(() => TeamType)
export class TeamResolver {
  @Query(() => TeamConnectionType, {
    nullable: true,
    description: 'By name; with a search, the best match first.',
  })
  teams(@Args(() => DefinitionArgs) args: DefinitionArgs, @Ctx() context: RequestContext): Connection<Team> {
    return definitions(context, 'Team', args);
  }

  @Query(() => TeamType, { nullable: true })
  team(@Arg('name', () => String) name: string, @Ctx() { catalog }: RequestContext): Team | null {
    return catalog.teams.get(name) ?? null;
  }

  @FieldResolver(() => ID)
  id(@Root() { name }: Team): string {
    return globalId('Team', name);
  }

  @FieldResolver(() => MetricConnectionType, { nullable: true, description: 'Those in its folder.' })
  metrics(
    @Root() { name }: Team,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Connection<Metric> {
    return definitions(context, 'Metric', { ...page, filter: { team: name } });
  }
}
