import 'reflect-metadata';
import { ArgsType, Field, InputType } from 'type-graphql';
import { NonNegativeInt } from './non-negative-int';

/** Which page of a list; without any of it the first one. */
@ArgsType()
export class PageArgs {
  @Field(() => NonNegativeInt, { nullable: true, description: 'So many from the start, or after `after`.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: what follows it.' })
  after?: string | null;

  @Field(() => NonNegativeInt, { nullable: true, description: 'So many from the end, or before `before`.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: what stands before it.' })
  before?: string | null;
}

@InputType({ description: 'Which definitions are wanted; all that is said holds at once.' })
export class DefinitionFilter {
  @Field(() => String, { nullable: true, description: 'The name of the team whose folder they are in.' })
  team?: string | null;

  @Field(() => String, { nullable: true, description: "The owner of their team, as in the team's file." })
  owner?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What is about this dataset: metrics of its rows, its dimensions and segments, its team, itself.',
  })
  dataset?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words that all occur, in any case; found in the name comes first, then label, question, and the rest.',
  })
  search?: string | null;
}

@ArgsType()
export class DefinitionArgs extends PageArgs {
  @Field(() => DefinitionFilter, { nullable: true })
  filter?: DefinitionFilter | null;
}
