import 'reflect-metadata';
import { ArgsType, Field } from 'type-graphql';
import { DimensionName } from './name-types';
import { NonNegativeInt } from './non-negative-int';
import { NumberFormat } from './static-enums';

@ArgsType()
export class DimensionValuesArgs {
  @Field(() => DimensionName)
  dimension!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Only values that hold this text, in any case; taken as it is, without patterns.',
  })
  search?: string | null;

  @Field(() => NonNegativeInt, { defaultValue: 50, description: 'At most 1000.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'A cursor: what follows it.' })
  after?: string | null;

  @Field(() => NumberFormat, { defaultValue: NumberFormat.JSON })
  numbers!: NumberFormat;
}
