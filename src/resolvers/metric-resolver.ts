import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { DimensionName, Metric, Team } from '../metrics/model/catalog';
import { typeName } from '../metrics/model/value-type';
import { legalDimensions } from '../metrics/planner/reach';
import { DimensionType, MetricType, TeamType } from '../schema/definition-types';
import { MetricName } from '../schema/name-types';
import type { RequestContext } from './request-context';
import { search } from './search';

@Resolver(() => MetricType)
export class MetricResolver {
  @Query(() => [MetricType], { description: 'All metrics; with `search`, the best match first.' })
  metrics(
    @Arg('team', () => String, { nullable: true }) team: string | null | undefined,
    @Arg('search', () => String, { nullable: true }) words: string | null | undefined,
    @Ctx() { catalog }: RequestContext,
  ): Metric[] {
    const found = [...catalog.metrics.values()].filter((metric) => team == null || metric.team === team);
    return search(found, words, ({ name, label, question, decision, description }) => [
      name,
      label,
      question,
      decision,
      description,
    ]);
  }

  @Query(() => MetricType, { nullable: true })
  metric(@Arg('name', () => MetricName) name: string, @Ctx() { catalog }: RequestContext): Metric | null {
    return catalog.metrics.get(name) ?? null;
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
