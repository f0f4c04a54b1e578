import { GraphQLError, GraphQLScalarType } from 'graphql';
import { GraphQLNonNegativeInt } from 'graphql-scalars';

/**
 * The scalar of graphql-scalars, but a variable must be a whole number: it would take 2.7 for 2, 1e300 for 1 and "0x10" for 0,
 * and answer another question than was asked.
 */
export const NonNegativeInt = new GraphQLScalarType<number, number>({
  ...GraphQLNonNegativeInt.toConfig(),
  parseValue: (value) => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    throw new GraphQLError('A whole number is needed, 0 or above.');
  },
});
