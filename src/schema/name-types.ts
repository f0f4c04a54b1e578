import { GraphQLScalarType } from 'graphql';

/**
 * Stand-ins for the enums that a catalog generates: type-graphql's schema is built once, before any catalog is known, and
 * `withNames` puts the real enum of the same name in their place. No request ever meets one of these.
 */
const standIn = (name: string): GraphQLScalarType<string, string> => new GraphQLScalarType({ name });

export const MetricName = standIn('MetricName');
export const DimensionName = standIn('DimensionName');
export const SegmentName = standIn('SegmentName');
export const TimeGrain = standIn('TimeGrain');
export const DatePart = standIn('DatePart');
