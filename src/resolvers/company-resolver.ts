import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Company, Metric, Team } from '../metrics/model/catalog';
import { CompanyType, MetricType, TeamType } from '../schema/definition-types';
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
  @Query(() => [TeamType])
  teams(@Ctx() { catalog }: RequestContext): Team[] {
    return [...catalog.teams.values()];
  }

  @FieldResolver(() => [MetricType])
  metrics(@Root() team: Team, @Ctx() { catalog }: RequestContext): Metric[] {
    return [...catalog.metrics.values()].filter((metric) => metric.team === team.name);
  }
}
