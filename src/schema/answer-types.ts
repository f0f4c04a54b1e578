import 'reflect-metadata';
import { GraphQLJSON, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { NonNegativeInt } from './non-negative-int';
import { ColumnRole } from './static-enums';

@ObjectType('Notice', { description: 'What a reader of the numbers should know.' })
export class NoticeType {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType('Column')
export class ColumnType {
  @Field(() => String, { description: 'The key in the rows.' })
  name!: string;

  @Field(() => String)
  label!: string;

  @Field(() => ColumnRole)
  role!: ColumnRole;

  @Field(() => String, { description: 'string, integer, decimal(38,2), double, date, …' })
  type!: string;

  @Field(() => String, { nullable: true })
  unit!: string | null;

  @Field(() => String, { nullable: true })
  format!: string | null;

  @Field(() => String, { nullable: true, description: 'As in TimeGrain.' })
  grain!: string | null;
}

@ObjectType('MetricResult', { description: 'The answer to one question; only what is selected is computed.' })
export class MetricResultType {
  @Field(() => [ColumnType])
  columns!: ColumnType[];

  @Field(() => GraphQLJSON, { description: 'A list of objects, keyed by the names of the columns.' })
  rows!: unknown;

  @Field(() => GraphQLJSON, { description: 'The same by column: one list of values each.' })
  data!: unknown;

  @Field(() => NonNegativeInt)
  rowCount!: number;

  @Field(() => Boolean, { description: 'Whether the default limit cut rows off.' })
  truncated!: boolean;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: 'The metrics without any split, when `totals` was asked.',
  })
  totals!: unknown;

  @Field(() => String, {
    description:
      'The SQL that was run; conversions of time zones, for which the database gets tables of offsets, are written as its own.',
  })
  sql!: string;

  @Field(() => [NoticeType])
  notices!: NoticeType[];
}
