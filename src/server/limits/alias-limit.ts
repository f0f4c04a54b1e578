import type { GraphQLSchema, ValidationRule } from 'graphql';
import { limitError } from './limit-error';
import { type Measure, operationCost } from './operation-cost';

/** An operation renames at most `max` fields, fragments written out: aliases are how one request asks a thing many times. */
export const aliasLimit =
  (maxOf: (schema: GraphQLSchema) => number): ValidationRule =>
  (context) => ({
    OperationDefinition(node) {
      const max = maxOf(context.getSchema());
      const aliases = operationCost(context, node, ALIASES);
      if (aliases <= max) return;
      const message = `The operation has ${aliases} aliases; at most ${max} are allowed.`;
      context.reportError(limitError(message, 'send the rest in a second request', node));
    },
  });

const ALIASES: Measure = {
  field: (field, inner) => inner + (field.alias === undefined ? 0 : 1),
  together: (parts) => parts.reduce((sum, part) => sum + part, 0),
};
