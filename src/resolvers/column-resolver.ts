import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AnswerColumn } from '../metrics/model/answer';
import type { DimensionName, Metric } from '../metrics/model/catalog';
import { typeName } from '../metrics/model/value-type';
import { ColumnType } from '../schema/answer-types';
import { DimensionType, MetricType } from '../schema/definition-types';
import type { RequestContext } from './request-context';

@Resolver(() => ColumnType)
export class ColumnResolver {
  @FieldResolver()
  type(@Root() column: AnswerColumn): string {
    return typeName(column.type);
  }

  @FieldResolver()
  grain(@Root() column: AnswerColumn): string | null {
    return column.grain?.toUpperCase() ?? null;
  }

  @FieldResolver(() => MetricType, { nullable: true })
  metric(@Root() { role, source }: AnswerColumn, @Ctx() { catalog }: RequestContext): Metric | null {
    return role === 'METRIC' && source !== null ? (catalog.metrics.get(source) ?? null) : null;
  }

  @FieldResolver(() => DimensionType, { nullable: true })
  dimension(
    @Root() { role, source }: AnswerColumn,
    @Ctx() { catalog }: RequestContext,
  ): DimensionName | null {
    return role === 'DIMENSION' && source !== null ? (catalog.dimensions.get(source) ?? null) : null;
  }
}
