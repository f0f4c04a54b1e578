import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('Refusal', {
  description: 'Why something cannot be asked, in the words of the question’s own error.',
})
export class RefusalType {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String, { nullable: true, description: 'What would work.' })
  hint!: string | null;

  @Field(() => [String], { description: 'Names that would work, best first.' })
  suggestions!: string[];
}

@ObjectType('CompatibleDimension', {
  description: 'A dimension, and whether all the metrics can be split by it.',
})
export class CompatibleDimensionType {
  @Field(() => Boolean)
  compatible!: boolean;

  @Field(() => RefusalType, { nullable: true })
  refusal!: RefusalType | null;
}

@ObjectType('CompatibleMetric', {
  description: 'A metric, and whether it can be split by all the dimensions.',
})
export class CompatibleMetricType {
  @Field(() => Boolean)
  compatible!: boolean;

  @Field(() => RefusalType, { nullable: true })
  refusal!: RefusalType | null;
}
