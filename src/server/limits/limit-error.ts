import { type ASTNode, GraphQLError } from 'graphql';
import { Failure } from '../../base/failure';

/** A document beyond a limit, refused before anything runs. */
export const limitError = (message: string, hint: string, node: ASTNode): GraphQLError =>
  new GraphQLError(message, { nodes: node, originalError: new Failure('REQUEST.LIMIT', message, { hint }) });
