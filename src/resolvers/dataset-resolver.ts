import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Column, Dataset, DimensionName, Join, Team } from '../metrics/model/catalog';
import {
  DatasetColumnType,
  DatasetType,
  DimensionType,
  JoinType,
  TeamType,
} from '../schema/definition-types';
import type { RequestContext } from './request-context';

@Resolver(() => DatasetType)
export class DatasetResolver {
  @Query(() => [DatasetType])
  datasets(@Ctx() { catalog }: RequestContext): Dataset[] {
    return [...catalog.datasets.values()];
  }

  @FieldResolver()
  source(@Root() { source }: Dataset): Dataset['source']['kind'] {
    return source.kind;
  }

  @FieldResolver()
  table(@Root() { source }: Dataset): string | null {
    return source.kind === 'table' ? source.table.join('.') : null;
  }

  @FieldResolver()
  query(@Root() { source }: Dataset): string | null {
    return source.kind === 'query' ? source.sql : null;
  }

  @FieldResolver(() => [DatasetColumnType])
  columns(@Root() dataset: Dataset): Column[] {
    return [...dataset.columns.values()];
  }

  @FieldResolver(() => [JoinType])
  joins(@Root() dataset: Dataset): Join[] {
    return [...dataset.joins.values()];
  }

  @FieldResolver(() => [DimensionType], { description: 'Its own dimensions.' })
  dimensions(@Root() { dimensions, name }: Dataset, @Ctx() { catalog }: RequestContext): DimensionName[] {
    return [...dimensions.keys()].flatMap(
      (dimension) => catalog.dimensions.get(`${name}.${dimension}`) ?? [],
    );
  }

  @FieldResolver(() => TeamType, { nullable: true })
  team(@Root() dataset: Dataset, @Ctx() { catalog }: RequestContext): Team | null {
    return catalog.teams.get(dataset.team) ?? null;
  }
}

@Resolver(() => DatasetColumnType)
export class DatasetColumnResolver {
  @FieldResolver()
  type(@Root() column: Column): string {
    return column.declared;
  }
}

@Resolver(() => JoinType)
export class JoinResolver {
  @FieldResolver(() => DatasetType)
  to(@Root() join: Join, @Ctx() { catalog }: RequestContext): Dataset | null {
    return catalog.datasets.get(join.to) ?? null;
  }
}
