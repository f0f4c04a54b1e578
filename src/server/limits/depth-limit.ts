import type { GraphQLSchema, ValidationRule } from 'graphql';
import { limitError } from './limit-error';
import { type Measure, operationCost } from './operation-cost';

/** An operation nests fields at most `max` deep. Introspection has a depth limit of graphql-js's own. */
export const depthLimit =
  (maxOf: (schema: GraphQLSchema) => number): ValidationRule =>
  (context) => ({
    OperationDefinition(node) {
      const max = maxOf(context.getSchema());
      const depth = operationCost(context, node, DEPTH);
      if (depth <= max) return;
      const message = `The operation nests fields ${depth} deep; at most ${max} are allowed.`;
      context.reportError(limitError(message, 'ask for inner parts in fields of their own', node));
    },
  });

const DEPTH: Measure = {
  field: (field, inner) => (field.name.value.startsWith('__') ? 0 : 1 + inner),
  together: (parts) => Math.max(0, ...parts),
};
