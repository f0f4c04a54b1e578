import { type ExecutionResult, type GraphQLError, graphql } from 'graphql';
import type { Catalog } from '../../src/metrics/model/catalog';
import { schemaOf } from '../../src/resolvers/catalog-schema';

/** Runs an operation on a catalog's schema, without HTTP and without a database. @throws the first of its errors. */
export async function askSchema(
  catalog: Catalog,
  source: string,
  variableValues: Record<string, unknown> = {},
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the test's own query asks for.
): Promise<any> {
  const schema = schemaOf(catalog);
  const contextValue = { catalog };
  const result: ExecutionResult = await graphql({ schema, source, variableValues, contextValue });
  if (result.errors?.[0]) throw result.errors[0];
  return JSON.parse(JSON.stringify(result.data));
}

/** What a refused operation is refused with. */
export async function refusalOf(asked: Promise<unknown>): Promise<unknown> {
  const error = await asked.then(
    () => null,
    (thrown: GraphQLError) => thrown,
  );
  const failure = error?.originalError as unknown as Record<string, unknown> | undefined;
  const { code, path, suggestions, hint } = failure ?? {};
  return { message: error?.message, code, path, suggestions, hint };
}
