import 'reflect-metadata';
import { ArgsType, Field } from 'type-graphql';
import { NonNegativeInt } from './non-negative-int';
import { PeriodInput } from './question-inputs';
import { NumberFormat } from './static-enums';

/** What an asker may change of a saved query: when, and how much of it. */
@ArgsType()
export class SavedQueryArgs {
  @Field(() => PeriodInput, { nullable: true, description: 'Another period than its own.' })
  period?: PeriodInput | null;

  @Field(() => Boolean, { nullable: true })
  complete?: boolean | null;

  @Field(() => NonNegativeInt, { nullable: true })
  limit?: number | null;

  @Field(() => NonNegativeInt, { nullable: true })
  offset?: number | null;

  @Field(() => String, { nullable: true })
  zone?: string | null;

  @Field(() => String, { nullable: true, description: 'The instant that counts as now; default the clock.' })
  asOf?: string | null;

  @Field(() => NumberFormat, { defaultValue: NumberFormat.JSON })
  numbers!: NumberFormat;
}
