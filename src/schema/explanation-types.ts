import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('ExplainedStep', { description: 'One SELECT of the plan, in words.' })
export class ExplainedStepType {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'What it is for.' })
  purpose!: string;

  @Field(() => [String], { description: 'What it reads, joins, keeps and gives, in this order.' })
  lines!: string[];
}

@ObjectType('ExplainedJoin', { description: 'A join that the plan makes: each row finds at most one other.' })
export class ExplainedJoinType {
  @Field(() => String, { description: 'The step that joins.' })
  step!: string;

  @Field(() => String, { description: 'The dataset whose rows look for another.' })
  from!: string;

  @Field(() => String, { description: 'The dataset in which they look.' })
  to!: string;

  @Field(() => String, { description: 'The join as `from` declares it.' })
  name!: string;

  @Field(() => [String], { description: 'Of `from`; they equal the `keys` of `to`, one by one.' })
  columns!: string[];

  @Field(() => [String])
  keys!: string[];

  @Field(() => [String], { description: 'What needs it, such as `groups by customers__region`.' })
  needs!: string[];

  @Field(() => String, { description: 'Why this way and no other.' })
  because!: string;
}

@ObjectType('Explanation', { description: 'How a question would be answered.' })
export class ExplanationType {
  @Field(() => [ExplainedStepType], { description: 'Each reads earlier ones only; the last is the answer.' })
  steps!: ExplainedStepType[];

  @Field(() => [ExplainedJoinType], {
    description: 'The joins of datasets; none where no other one is needed.',
  })
  joins!: ExplainedJoinType[];

  @Field(() => String, { description: 'As it would run, with its values written out.' })
  sql!: string;

  @Field(() => String, { description: 'All of it as text, as `tenet explain` prints it.' })
  text!: string;
}
