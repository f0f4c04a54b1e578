import 'reflect-metadata';
import { ArgsType, Field } from 'type-graphql';
import { MetricName, SegmentName } from './name-types';
import { NonNegativeInt } from './non-negative-int';
import { ByInput, ConditionInput, HavingInput, OrderInput, PeriodInput } from './question-inputs';
import { NumberFormat } from './static-enums';

/** A question, as GraphQL asks it. */
@ArgsType()
export class MetricQueryArgs {
  @Field(() => [MetricName], {
    defaultValue: [],
    description: 'Numbers to ask for, one column each; none = the values of the dimensions.',
  })
  metrics!: string[];

  @Field(() => [ByInput], { nullable: true, description: 'How to split them; none = one row.' })
  by?: ByInput[] | null;

  @Field(() => [ConditionInput], {
    nullable: true,
    description: 'Which rows count; all conditions hold at once.',
  })
  where?: ConditionInput[] | null;

  @Field(() => [HavingInput], {
    nullable: true,
    description: 'Which rows are shown, by their finished numbers.',
  })
  having?: HavingInput[] | null;

  @Field(() => [SegmentName], { nullable: true, description: 'Only rows of what is in all of these sets.' })
  segments?: string[] | null;

  @Field(() => PeriodInput, { nullable: true, description: 'Which time counts; none = all rows.' })
  period?: PeriodInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Leaves out buckets of time that the period cuts, and the one that is still running.',
  })
  complete?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also the numbers without any split: recomputed, never summed.',
  })
  totals?: boolean | null;

  @Field(() => [OrderInput], { nullable: true, description: 'Default: as split, ascending.' })
  order?: OrderInput[] | null;

  @Field(() => NonNegativeInt, { nullable: true })
  limit?: number | null;

  @Field(() => NonNegativeInt, { nullable: true })
  offset?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "IANA time zone of buckets and bounds; default the company's.",
  })
  zone?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False keeps repeated rows of a question without metrics.',
  })
  distinct?: boolean | null;

  @Field(() => String, { nullable: true, description: 'The instant that counts as now; default the clock.' })
  asOf?: string | null;

  @Field(() => NumberFormat, { defaultValue: NumberFormat.JSON })
  numbers!: NumberFormat;
}
