import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import type { Scalar } from '../metrics/model/query';

/** More digits than this and a double may not give back what was written. */
const EXACT_DIGITS = 15;

/** A value in a condition: a text, a number, true, false or null; which of them fits depends on the dimension's type. */
export const ValueScalar = new GraphQLScalarType<Scalar, Scalar>({
  name: 'Value',
  description:
    'A text, number, boolean or null, checked against the type of the dimension. Dates are ISO 8601; numbers with more ' +
    'than 15 digits are best written as texts.',
  serialize: (value) => value as Scalar, // Never an output type.
  parseValue: (value) => {
    if (isScalar(value)) return value;
    throw new GraphQLError('A value must be a text, a number, true, false or null.');
  },
  parseLiteral: (node) => literal(node),
});

const isScalar = (value: unknown): value is Scalar =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function literal(node: ValueNode): Scalar {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
      return node.value;
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return number(node.value);
    case Kind.ENUM:
      throw new GraphQLError(`A text is written in quotes: "${node.value}".`, { nodes: node });
    default:
      throw new GraphQLError(`A value must be a text, a number, true, false or null, not ${print(node)}.`, {
        nodes: node,
      });
  }
}

/** A literal's digits are kept where a double would lose some: they reach the database as they were written. */
const number = (digits: string): Scalar =>
  digits.replace(/e.*$/i, '').replace(/[-.]/g, '').length > EXACT_DIGITS ? digits : Number(digits);
