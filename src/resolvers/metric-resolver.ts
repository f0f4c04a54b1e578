import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Lineage } from '../metrics/lineage/lineage';
import type { DimensionName, Metric, Team } from '../metrics/model/catalog';
import { typeName } from '../metrics/model/value-type';
import { legalDimensions } from '../metrics/planner/reach';
import { DefinitionArgs } from '../schema/connection-args';
import { MetricConnectionType } from '../schema/connection-types';
import { DimensionType, MetricType, TeamType } from '../schema/definition-types';
import { LineageArgs, LineageType } from '../schema/lineage-types';
import { MetricName } from '../schema/name-types';
import type { Connection } from './connection';
import { definitions } from './definition-list';
import { globalId } from './global-id';
import { lineageOf } from './lineage';
import { counted } from './node-budget';
import type { RequestContext } from './request-context';

@Resolver(() => MetricType)
export class MetricResolver {
  @Query(() => MetricConnectionType, {
    nullable: true,
    description: 'By name; with a search, the best match first.',
  })
  metrics(
    @Args(() => DefinitionArgs) args: DefinitionArgs,
    @Ctx() context: RequestContext,
  ): Connection<Metric> {
    return definitions(context, 'Metric', args);
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
  dimensions(@Root() metric: Metric, @Ctx() context: RequestContext): readonly DimensionName[] {
    return counted(context, legalDimensions(context.catalog, metric.name));
  }

  @FieldResolver(() => LineageType, {
    nullable: true,
    description: 'What it is made of, and what is made of it.',
  })
  lineage(
    @Root() { name }: Metric,
    @Args(() => LineageArgs) args: LineageArgs,
    @Ctx() context: RequestContext,
  ): Lineage {
    return lineageOf(context, { kind: 'METRIC', name }, args);
  }
}
