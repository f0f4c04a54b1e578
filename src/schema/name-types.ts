import { GraphQLScalarType } from 'graphql';

/**
 * Stand-ins for the enums that a catalog generates: type-graphql's schema is built once, before any catalog is known, and
 * `withNames` puts the real enum of the same name in their place. No request ever meets one of these.
 */
const standIn = (name: string, description: string): GraphQLScalarType<string, string> =>
  new GraphQLScalarType({ name, description: `${description} A running server has an enum here.` });

export const MetricName = standIn('MetricName', "One of the company's metrics.");
export const DimensionName = standIn(
  'DimensionName',
  "One of the company's dimensions, such as orders__channel.",
);
export const SegmentName = standIn('SegmentName', "One of the company's segments.");
export const TimeGrain = standIn('TimeGrain', 'SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER or YEAR.');
export const DatePart = standIn('DatePart', 'A part of a date or time that repeats, such as DAY_OF_WEEK.');
