import 'reflect-metadata';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NonNegativeInt } from './non-negative-int';

enum LineageDirection {
  UP = 'UP',
  DOWN = 'DOWN',
  BOTH = 'BOTH',
}
enum LineageKind {
  METRIC = 'METRIC',
  DIMENSION = 'DIMENSION',
  SEGMENT = 'SEGMENT',
  DATASET = 'DATASET',
  COLUMN = 'COLUMN',
  SAVED_QUERY = 'SAVED_QUERY',
}
enum LineageUse {
  FORMULA = 'FORMULA',
  WHERE = 'WHERE',
  TIME = 'TIME',
  QUESTION = 'QUESTION',
  DATASET = 'DATASET',
}

registerEnumType(LineageDirection, {
  name: 'LineageDirection',
  valuesConfig: {
    UP: { description: 'What it is made of.' },
    DOWN: { description: 'What is made of it.' },
  },
});
registerEnumType(LineageKind, { name: 'LineageKind' });
registerEnumType(LineageUse, {
  name: 'LineageUse',
  description: 'How one is part of the other.',
  valuesConfig: {
    FORMULA: { description: 'It is named in the formula.' },
    WHERE: { description: 'It is named in a condition on the rows.' },
    TIME: { description: 'It dates the rows.' },
    QUESTION: { description: 'It is asked for.' },
    DATASET: { description: 'It holds the rows.' },
  },
});

@ArgsType()
export class LineageArgs {
  @Field(() => LineageDirection, { defaultValue: LineageDirection.BOTH })
  direction!: LineageDirection;

  @Field(() => NonNegativeInt, { defaultValue: 3, description: 'Steps from it, in each direction.' })
  depth!: number;

  @Field(() => NonNegativeInt, { defaultValue: 200, description: 'Nodes, itself among them; at most 1000.' })
  limit!: number;
}

@ObjectType('LineageNode', { description: 'A definition or column in the graph.' })
export class LineageNodeType {
  @Field(() => ID, { description: 'The id of the definition, for `node` and for the edges.' })
  id!: string;

  @Field(() => LineageKind)
  kind!: LineageKind;

  @Field(() => String, { description: 'Columns with their dataset: orders.amount.' })
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => Int, {
    description: 'Steps from the start: below zero what it is made of, above zero what is made of it.',
  })
  level!: number;
}

@ObjectType('LineageEdge', { description: '`source` is part of `target`: both are ids of nodes.' })
export class LineageEdgeType {
  @Field(() => ID)
  source!: string;

  @Field(() => ID)
  target!: string;

  @Field(() => [LineageUse])
  uses!: LineageUse[];
}

@ObjectType('Lineage', { description: 'The definitions around one, as a graph to draw; without circles.' })
export class LineageType {
  @Field(() => [LineageNodeType], { description: 'It itself first, then the nearest.' })
  nodes!: LineageNodeType[];

  @Field(() => [LineageEdgeType], { description: 'Every one between two of the nodes.' })
  edges!: LineageEdgeType[];

  @Field(() => Boolean, { description: 'Whether there is more beyond the depth or the limit.' })
  truncated!: boolean;
}
