import 'reflect-metadata';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('Finding', { description: 'Something wrong with the definitions, and where.' })
export class FindingType {
  @Field(() => String, { description: 'As in the reference of errors.' })
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String, { nullable: true })
  hint!: string | null;

  @Field(() => String, { description: 'Below the folder of definitions.' })
  file!: string;

  @Field(() => Int)
  line!: number;

  @Field(() => Int)
  column!: number;
}

@ObjectType('BrokenDefinition', { description: 'A definition that has errors now.' })
export class BrokenDefinitionType {
  @Field(() => String, { description: 'dataset, dimension, metric or segment' })
  kind!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Boolean, {
    description:
      'Whether it is answered as it was when it last was sound; otherwise asking for it is refused.',
  })
  servedAsLastSound!: boolean;

  @Field(() => [FindingType])
  findings!: FindingType[];
}

@ObjectType('CatalogState', { description: 'Which definitions are served, and what is wrong with them.' })
export class CatalogStateType {
  @Field(() => String, { description: 'Changes with everything that definitions say.' })
  version!: string;

  @Field(() => Int)
  metrics!: number;

  @Field(() => Int)
  dimensions!: number;

  @Field(() => Int)
  datasets!: number;

  @Field(() => Int)
  segments!: number;

  @Field(() => [BrokenDefinitionType])
  broken!: BrokenDefinitionType[];
}
