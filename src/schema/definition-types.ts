import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { NodeType } from './node-type';
import { Better, SourceKind } from './static-enums';

// Fields that lead from one definition to another stand in the resolvers: here the classes would need each other.

@ObjectType('Company')
export class CompanyType {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: "IANA zone of the company's calendar." })
  zone!: string;

  @Field(() => String)
  weekStart!: string;

  @Field(() => String, { nullable: true })
  currency!: string | null;

  @Field(() => String, { nullable: true, description: 'A fixed now, for demos; null = the clock.' })
  now!: string | null;
}

@ObjectType('Team', { implements: NodeType })
export class TeamType extends NodeType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true })
  owner!: string | null;

  @Field(() => String, { nullable: true })
  description!: string | null;
}

@ObjectType('Metric', { implements: NodeType, description: 'A governed number.' })
export class MetricType extends NodeType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true, description: 'The question that this number answers.' })
  question!: string | null;

  @Field(() => String, { nullable: true, description: 'What is decided by it.' })
  decision!: string | null;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String)
  formula!: string;

  @Field(() => String, { nullable: true, description: 'Which rows count, always.' })
  where!: string | null;

  @Field(() => String, { nullable: true })
  unit!: string | null;

  @Field(() => String, { nullable: true })
  format!: string | null;

  @Field(() => Better, { nullable: true })
  better!: Better | null;

  @Field(() => String, { description: 'integer, decimal(38,2), double, …' })
  type!: string;
}

@ObjectType('Dimension', { implements: NodeType, description: 'Something to group or filter by.' })
export class DimensionType extends NodeType {
  @Field(() => String, { description: 'As in DimensionName and in the rows: orders__channel.' })
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String)
  formula!: string;

  @Field(() => String)
  type!: string;
}

@ObjectType('Segment', {
  implements: NodeType,
  description: 'A governed set of rows of one dataset, such as a group of customers.',
})
export class SegmentType extends NodeType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => String, { description: 'Which rows belong to it.' })
  where!: string;
}

@ObjectType('SavedQuery', {
  implements: NodeType,
  description: 'A question with a name, kept with the definitions of a team.',
})
export class SavedQueryType extends NodeType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true, description: 'What its answer tells, in words.' })
  question!: string | null;

  @Field(() => String, { nullable: true })
  description!: string | null;
}

@ObjectType('Dataset', {
  implements: NodeType,
  description: 'Rows of one kind: a table, or a query where it must be.',
})
export class DatasetType extends NodeType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String, { nullable: true })
  description!: string | null;

  @Field(() => SourceKind, { description: 'Where its rows come from.' })
  source!: SourceKind;

  @Field(() => String, { nullable: true, description: 'As `schema.table`; null for a query.' })
  table!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its SELECT, in the SQL of one database; null for a table.',
  })
  query!: string | null;

  @Field(() => [String])
  key!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The column that dates its rows, unless a metric says otherwise.',
  })
  time!: string | null;
}

@ObjectType('DatasetColumn', { implements: NodeType })
export class DatasetColumnType extends NodeType {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'As declared: decimal(12,2).' })
  type!: string;
}

@ObjectType('Join', { description: 'A link from many rows to at most one.' })
export class JoinType {
  @Field(() => String)
  name!: string;

  @Field(() => Boolean, { description: 'Whether the name is a role, such as shipping_address.' })
  role!: boolean;

  @Field(() => [String])
  columns!: string[];
}
