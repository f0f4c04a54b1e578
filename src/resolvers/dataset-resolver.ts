import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Lineage } from '../metrics/lineage/lineage';
import type { Dataset, DimensionName, Join, Team } from '../metrics/model/catalog';
import { DefinitionArgs } from '../schema/connection-args';
import { DatasetConnectionType } from '../schema/connection-types';
import {
  DatasetColumnType,
  DatasetType,
  DimensionType,
  JoinType,
  TeamType,
} from '../schema/definition-types';
import { LineageArgs, LineageType } from '../schema/lineage-types';
import type { Connection } from './connection';
import { definitions } from './definition-list';
import { type DatasetColumn, globalId } from './global-id';
import { lineageOf } from './lineage';
import { counted } from './node-budget';
import type { RequestContext } from './request-context';

@Resolver(() => DatasetType)
export class DatasetResolver {
  @Query(() => DatasetConnectionType, {
    nullable: true,
    description: 'By name; with a search, the best match first.',
  })
  datasets(
    @Args(() => DefinitionArgs) args: DefinitionArgs,
    @Ctx() context: RequestContext,
  ): Connection<Dataset> {
    return definitions(context, 'Dataset', args);
  }

  @Query(() => DatasetType, { nullable: true })
  dataset(@Arg('name', () => String) name: string, @Ctx() { catalog }: RequestContext): Dataset | null {
    return catalog.datasets.get(name) ?? null;
  }

  @FieldResolver(() => ID)
  id(@Root() { name }: Dataset): string {
    return globalId('Dataset', name);
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
  columns(@Root() dataset: Dataset, @Ctx() context: RequestContext): DatasetColumn[] {
    return counted(context, [...dataset.columns.values()]).map((column) => ({ dataset, column }));
  }

  @FieldResolver(() => [JoinType])
  joins(@Root() dataset: Dataset, @Ctx() context: RequestContext): Join[] {
    return counted(context, [...dataset.joins.values()]);
  }

  @FieldResolver(() => [DimensionType], { description: 'Its own dimensions.' })
  dimensions(@Root() { dimensions, name }: Dataset, @Ctx() context: RequestContext): DimensionName[] {
    return counted(context, [...dimensions.keys()]).flatMap(
      (dimension) => context.catalog.dimensions.get(`${name}.${dimension}`) ?? [],
    );
  }

  @FieldResolver(() => TeamType, { nullable: true })
  team(@Root() dataset: Dataset, @Ctx() { catalog }: RequestContext): Team | null {
    return catalog.teams.get(dataset.team) ?? null;
  }

  @FieldResolver(() => LineageType, { nullable: true, description: 'What is made of its rows.' })
  lineage(
    @Root() { name }: Dataset,
    @Args(() => LineageArgs) args: LineageArgs,
    @Ctx() context: RequestContext,
  ): Lineage {
    return lineageOf(context, { kind: 'DATASET', name }, args);
  }
}

@Resolver(() => DatasetColumnType)
export class DatasetColumnResolver {
  @FieldResolver(() => ID)
  id(@Root() { dataset, column }: DatasetColumn): string {
    return globalId('DatasetColumn', `${dataset.name}.${column.name}`);
  }

  @FieldResolver()
  name(@Root() { column }: DatasetColumn): string {
    return column.name;
  }

  @FieldResolver()
  type(@Root() { column }: DatasetColumn): string {
    return column.declared;
  }

  @FieldResolver(() => DatasetType)
  dataset(@Root() { dataset }: DatasetColumn): Dataset {
    return dataset;
  }

  @FieldResolver(() => LineageType, { nullable: true, description: 'What is made of its values.' })
  lineage(
    @Root() { dataset, column }: DatasetColumn,
    @Args(() => LineageArgs) args: LineageArgs,
    @Ctx() context: RequestContext,
  ): Lineage {
    return lineageOf(context, { kind: 'COLUMN', name: `${dataset.name}.${column.name}` }, args);
  }
}

@Resolver(() => JoinType)
export class JoinResolver {
  @FieldResolver(() => DatasetType)
  to(@Root() join: Join, @Ctx() { catalog }: RequestContext): Dataset | null {
    return catalog.datasets.get(join.to) ?? null;
  }
}
