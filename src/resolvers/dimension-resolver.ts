import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Lineage } from '../metrics/lineage/lineage';
import type { Dataset, DimensionName, Team } from '../metrics/model/catalog';
import { typeName } from '../metrics/model/value-type';
import { findDimension } from '../metrics/planner/find-dimension';
import { DefinitionArgs } from '../schema/connection-args';
import { DimensionConnectionType } from '../schema/connection-types';
import { DatasetType, DimensionType, TeamType } from '../schema/definition-types';
import { LineageArgs, LineageType } from '../schema/lineage-types';
import { DimensionName as DimensionNameEnum } from '../schema/name-types';
import { wireName } from '../schema/wire-name';
import type { Connection } from './connection';
import { definitions } from './definition-list';
import { globalId } from './global-id';
import { lineageOf } from './lineage';
import type { RequestContext } from './request-context';

@Resolver(() => DimensionType)
export class DimensionResolver {
  @Query(() => DimensionConnectionType, {
    nullable: true,
    description: 'By name; with a search, the best match first.',
  })
  dimensions(
    @Args(() => DefinitionArgs) args: DefinitionArgs,
    @Ctx() context: RequestContext,
  ): Connection<DimensionName> {
    return definitions(context, 'Dimension', args);
  }

  @Query(() => DimensionType, { nullable: true })
  dimension(
    @Arg('name', () => DimensionNameEnum) name: string,
    @Ctx() { catalog }: RequestContext,
  ): DimensionName {
    return findDimension(catalog, name, 'name');
  }

  @FieldResolver(() => ID)
  id(@Root() { name }: DimensionName): string {
    return globalId('Dimension', name);
  }

  @FieldResolver()
  name(@Root() { name }: DimensionName): string {
    return wireName(name);
  }

  @FieldResolver()
  label(@Root() { dimension }: DimensionName): string {
    return dimension.label;
  }

  @FieldResolver()
  description(@Root() { dimension }: DimensionName): string | null {
    return dimension.description;
  }

  @FieldResolver()
  formula(@Root() { dimension }: DimensionName): string {
    return dimension.formulaText;
  }

  @FieldResolver()
  type(@Root() { dimension }: DimensionName): string {
    return typeName(dimension.type);
  }

  @FieldResolver(() => DatasetType)
  dataset(@Root() { dimension }: DimensionName, @Ctx() { catalog }: RequestContext): Dataset | null {
    return catalog.datasets.get(dimension.dataset) ?? null;
  }

  @FieldResolver(() => TeamType, { nullable: true })
  team(@Root() { dimension }: DimensionName, @Ctx() { catalog }: RequestContext): Team | null {
    return catalog.teams.get(dimension.team) ?? null;
  }

  @FieldResolver(() => LineageType, {
    nullable: true,
    description: 'What it is made of, and what is made of it.',
  })
  lineage(
    @Root() { dimension }: DimensionName,
    @Args(() => LineageArgs) args: LineageArgs,
    @Ctx() context: RequestContext,
  ): Lineage {
    return lineageOf(context, { kind: 'DIMENSION', name: `${dimension.dataset}.${dimension.name}` }, args);
  }
}
