import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { DimensionName, Metric, Team } from '../metrics/model/catalog';
import { typeName } from '../metrics/model/value-type';
import { legalDimensions } from '../metrics/planner/reach';
import { DefinitionArgs } from '../schema/connection-args';
import { MetricConnectionType } from '../schema/connection-types';
import { DimensionType, MetricType, TeamType } from '../schema/definition-types';
import { MetricName } from '../schema/name-types';
import type { Connection } from './connection';
import { definitions } from './definition-list';
import { globalId } from './global-id';
import type { RequestContext } from './request-context';

@Resolver(() => MetricType)
export class MetricResolver {
  @Query(() => MetricConnectionType, { description: 'By name; with a search, the best match first.' })
  metrics(
    @Args(() => DefinitionArgs) args: DefinitionArgs,
    @Ctx() { catalog }: RequestContext,
  ): Connection<Metric> {
    return definitions(catalog, 'Metric', args);
  }

  @Query(() => MetricType, { nullable: true })
  metric(@Arg('name', () => MetricName) name: string, @Ctx() { catalog }: RequestContext): Metric | null {
    return catalog.metrics.get(name) ?? null;
  }

  @FieldResolver(() => ID)
  id(@Root() { name }: Metric): string {
    return globalId('Metric', name);
  }

  @FieldResolver()
  formula(@Root() metric: Metric): string {
    return metric.formulaText;
  }

  @FieldResolver()
  where(@Root() metric: Metric): string | null {
    return metric.whereText;
  }

  @FieldResolver()
  type(@Root() metric: Metric): string {
    return typeName(metric.type);
  }

  @FieldResolver(() => TeamType, { nullable: true })
  team(@Root() metric: Metric, @Ctx() { catalog }: RequestContext): Team | null {
    return catalog.teams.get(metric.team) ?? null;
  }

  @FieldResolver(() => [DimensionType], { description: 'What it can be split and filtered by.' })
  dimensions(@Root() metric: Metric, @Ctx() { catalog }: RequestContext): readonly DimensionName[] {
    return legalDimensions(catalog, metric.name);
  }

  @FieldResolver(() => [MetricType], { description: 'The metrics named in its formula.' })
  uses(@Root() metric: Metric, @Ctx() { catalog }: RequestContext): Metric[] {
    return metric.uses.flatMap((name) => catalog.metrics.get(name) ?? []);
  }

  @FieldResolver(() => [MetricType], { description: 'The metrics whose formula names it.' })
  usedBy(@Root() { name }: Metric, @Ctx() { catalog }: RequestContext): Metric[] {
    return [...catalog.metrics.values()].filter((metric) => metric.uses.includes(name));
  }
}
