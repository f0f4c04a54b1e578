import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Dataset, DimensionName, Team } from '../metrics/model/catalog';
import { typeName } from '../metrics/model/value-type';
import { DatasetType, DimensionType, TeamType } from '../schema/definition-types';
import { DimensionName as DimensionNameEnum } from '../schema/name-types';
import { wireName } from '../schema/wire-name';
import type { RequestContext } from './request-context';
import { search } from './search';

@Resolver(() => DimensionType)
export class DimensionResolver {
  @Query(() => [DimensionType], { description: 'All dimensions; with `search`, the best match first.' })
  dimensions(
    @Arg('team', () => String, { nullable: true }) team: string | null | undefined,
    @Arg('search', () => String, { nullable: true }) words: string | null | undefined,
    @Ctx() { catalog }: RequestContext,
  ): DimensionName[] {
    const found = [...catalog.dimensions.values()].filter(
      ({ dimension }) => team == null || dimension.team === team,
    );
    return search(found, words, ({ name, dimension }) => [
      wireName(name),
      dimension.label,
      dimension.description,
    ]);
  }

  @Query(() => DimensionType, { nullable: true })
  dimension(
    @Arg('name', () => DimensionNameEnum) name: string,
    @Ctx() { catalog }: RequestContext,
  ): DimensionName | null {
    return catalog.dimensions.get(name) ?? null;
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
}
