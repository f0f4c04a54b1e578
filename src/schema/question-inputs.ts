import 'reflect-metadata';
import { Field, InputType } from 'type-graphql';
import type { Scalar } from '../metrics/model/query';
import { DatePart, DimensionName, MetricName, TimeGrain } from './name-types';
import { NonNegativeInt } from './non-negative-int';
import { NullsOrder, OrderDirection } from './static-enums';
import { ValueScalar } from './value-scalar';

@InputType({
  description:
    'One thing to group by: exactly one of `time`, `dimension` and `part`; a dimension may be cut by `grain` or `part`.',
})
export class ByInput {
  @Field(() => TimeGrain, { nullable: true, description: "Each metric's own time, cut at this grain." })
  time?: string | null;

  @Field(() => DimensionName, { nullable: true })
  dimension?: string | null;

  @Field(() => TimeGrain, { nullable: true, description: 'Cuts a dimension that is a date or a time.' })
  grain?: string | null;

  @Field(() => DatePart, {
    nullable: true,
    description: 'A repeating part, such as DAY_OF_WEEK; of time where no dimension is named.',
  })
  part?: string | null;

  @Field(() => String, { nullable: true, description: 'The key in the rows, instead of the name.' })
  as?: string | null;
}

/** What a value may be tested for; several tests hold at once. */
@InputType()
class TestInput {
  @Field(() => ValueScalar, { nullable: true })
  eq?: Scalar;

  @Field(() => ValueScalar, { nullable: true })
  ne?: Scalar;

  @Field(() => [ValueScalar], { nullable: 'itemsAndList' })
  in?: Scalar[] | null;

  @Field(() => [ValueScalar], { nullable: 'itemsAndList' })
  notIn?: Scalar[] | null;

  @Field(() => ValueScalar, { nullable: true })
  lt?: Scalar;

  @Field(() => ValueScalar, { nullable: true })
  lte?: Scalar;

  @Field(() => ValueScalar, { nullable: true })
  gt?: Scalar;

  @Field(() => ValueScalar, { nullable: true })
  gte?: Scalar;

  @Field(() => [ValueScalar], {
    nullable: 'itemsAndList',
    description: 'Two values; both belong to the range.',
  })
  between?: Scalar[] | null;

  @Field(() => String, { nullable: true })
  contains?: string | null;

  @Field(() => String, { nullable: true })
  startsWith?: string | null;

  @Field(() => Boolean, { nullable: true })
  isNull?: boolean | null;
}

@InputType({
  description:
    'Exactly one of `and`, `or`, `not`, `formula`, `dimension` and `time`; the last two with a test. `ne` and `notIn` keep rows without a value.',
})
export class ConditionInput extends TestInput {
  @Field(() => [ConditionInput], { nullable: true })
  and?: ConditionInput[] | null;

  @Field(() => [ConditionInput], { nullable: true })
  or?: ConditionInput[] | null;

  @Field(() => ConditionInput, { nullable: true })
  not?: ConditionInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'In the language of definitions; three-valued, as SQL is.',
  })
  formula?: string | null;

  @Field(() => [MetricName], {
    nullable: true,
    description: 'Only these metrics are filtered; at the top of `where` only.',
  })
  onlyFor?: string[] | null;

  @Field(() => DimensionName, { nullable: true })
  dimension?: string | null;

  @Field(() => Boolean, { nullable: true, description: "`true`: each metric's own time." })
  time?: boolean | null;
}

@InputType({
  description:
    'Exactly one of `and`, `or`, `not` and `metric`, the last with a test on its finished value. A metric without a value passes `isNull` only.',
})
export class HavingInput extends TestInput {
  @Field(() => [HavingInput], { nullable: true })
  and?: HavingInput[] | null;

  @Field(() => [HavingInput], { nullable: true })
  or?: HavingInput[] | null;

  @Field(() => HavingInput, { nullable: true })
  not?: HavingInput | null;

  @Field(() => MetricName, { nullable: true })
  metric?: string | null;
}

@InputType({
  description:
    'A stretch of time: `from` belongs to it, `to` does not; or the `last` so many whole grains before now.',
})
export class PeriodInput {
  @Field(() => String, { nullable: true, description: 'A local day, 2024-01-31, or an instant with offset.' })
  from?: string | null;

  @Field(() => String, { nullable: true })
  to?: string | null;

  @Field(() => NonNegativeInt, { nullable: true, description: 'So many complete grains before now.' })
  last?: number | null;

  @Field(() => TimeGrain, { nullable: true })
  grain?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the grain that now lies in is the last of them.',
  })
  running?: boolean | null;

  @Field(() => DimensionName, {
    nullable: true,
    description: 'Which time is meant where no metric is asked for.',
  })
  column?: string | null;
}

@InputType({ description: 'One sort key: exactly one of `metric`, `dimension` and `time`.' })
export class OrderInput {
  @Field(() => MetricName, { nullable: true })
  metric?: string | null;

  @Field(() => DimensionName, { nullable: true })
  dimension?: string | null;

  @Field(() => TimeGrain, { nullable: true })
  time?: string | null;

  @Field(() => OrderDirection, { nullable: true })
  direction?: OrderDirection | null;

  @Field(() => NullsOrder, { nullable: true })
  nulls?: NullsOrder | null;
}
