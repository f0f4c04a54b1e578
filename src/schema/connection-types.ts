import 'reflect-metadata';
import { type ClassType, Field, ObjectType } from 'type-graphql';
import {
  DatasetType,
  DimensionType,
  MetricType,
  SavedQueryType,
  SegmentType,
  TeamType,
} from './definition-types';
import { NonNegativeInt } from './non-negative-int';
import { ValueScalar } from './value-scalar';

@ObjectType('PageInfo', { description: 'Where a page lies in its list.' })
export class PageInfoType {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Of the first edge; for `before`.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Of the last edge; for `after`.' })
  endCursor!: string | null;
}

@ObjectType('DimensionValue')
export class DimensionValueType {
  @Field(() => ValueScalar, { nullable: true, description: 'Null stands for rows without a value.' })
  value!: unknown;

  @Field(() => NonNegativeInt, { description: 'How many rows have it, in the dataset of the dimension.' })
  rows!: number;
}

@ObjectType('DimensionValueEdge')
class DimensionValueEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => DimensionValueType)
  node!: DimensionValueType;
}

@ObjectType('DimensionValueConnection', { description: 'Ascending; rows without a value last.' })
export class DimensionValueConnectionType {
  @Field(() => [DimensionValueEdge])
  edges!: DimensionValueEdge[];

  @Field(() => [DimensionValueType], { description: 'The nodes of the edges.' })
  nodes!: DimensionValueType[];

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

/** The Relay connection of one type: its edge and its page. */
function connectionType(name: string, node: () => ClassType): ClassType {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String, { description: 'Opaque; it stays good when definitions come or go.' })
    cursor!: string;

    @Field(node)
    node!: object;
  }

  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => [node()], { description: 'The nodes of the edges.' })
    nodes!: object[];

    @Field(() => PageInfoType)
    pageInfo!: PageInfoType;

    @Field(() => NonNegativeInt, { description: 'Of all pages together.' })
    totalCount!: number;
  }
  return Connection;
}

export const MetricConnectionType = connectionType('Metric', () => MetricType);
export const DimensionConnectionType = connectionType('Dimension', () => DimensionType);
export const SegmentConnectionType = connectionType('Segment', () => SegmentType);
export const DatasetConnectionType = connectionType('Dataset', () => DatasetType);
export const SavedQueryConnectionType = connectionType('SavedQuery', () => SavedQueryType);
export const TeamConnectionType = connectionType('Team', () => TeamType);
