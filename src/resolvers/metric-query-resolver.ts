import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { AnswerColumn, Notice } from '../metrics/model/answer';
import { ColumnType, MetricResultType } from '../schema/answer-types';
import { MetricQueryArgs } from '../schema/metric-query-args';
import { MetricResult, type WireRow } from '../service/formats/metric-result';
import { questionOf } from './question';
import type { RequestContext } from './request-context';
import { withinBudget } from './row-budget';

@Resolver(() => MetricResultType)
export class MetricQueryResolver {
  @Query(() => MetricResultType, {
    nullable: true,
    description: 'Asks for numbers. Equal questions of one operation are answered once.',
  })
  async metricQuery(
    @Args(() => MetricQueryArgs) args: MetricQueryArgs,
    @Ctx() context: RequestContext,
  ): Promise<MetricResult> {
    const answer = await context.answers.load(questionOf(args));
    return new MetricResult(withinBudget(context, answer), args.numbers);
  }

  @FieldResolver(() => [ColumnType])
  columns(@Root() result: MetricResult): readonly AnswerColumn[] {
    return result.answer.columns;
  }

  @FieldResolver()
  rows(@Root() result: MetricResult): WireRow[] {
    return result.rows();
  }

  @FieldResolver()
  data(@Root() result: MetricResult): unknown {
    return result.data();
  }

  @FieldResolver()
  rowCount(@Root() result: MetricResult): number {
    return result.answer.rowCount;
  }

  @FieldResolver()
  truncated(@Root() result: MetricResult): boolean {
    return result.answer.truncated;
  }

  @FieldResolver()
  totals(@Root() result: MetricResult): WireRow | null {
    return result.totals();
  }

  @FieldResolver()
  sql(@Root() result: MetricResult): string {
    return result.answer.sql;
  }

  @FieldResolver()
  notices(@Root() result: MetricResult): Promise<readonly Notice[]> {
    return result.notices();
  }
}
