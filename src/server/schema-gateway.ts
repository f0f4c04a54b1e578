import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { type GraphQLSchema, validateSchema } from 'graphql';
import { Failure } from '../base/failure';
import { schemaOf } from '../resolvers/catalog-schema';
import type { Tenet } from '../service/tenet';

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type Listener = Parameters<Gateway['onSchemaLoadOrUpdate']>[0];

/**
 * Hands Apollo a schema that can be exchanged while it serves, through the interface that Apollo has for its gateway. An
 * operation keeps the schema that it began with, and `tenetOf` finds the catalog that belongs to that schema, so no answer
 * is made from a mixture.
 */
export class SchemaGateway implements Gateway {
  private readonly listeners = new Set<Listener>();
  private readonly tenets = new WeakMap<GraphQLSchema, Tenet>();
  private schema: GraphQLSchema;

  constructor(tenet: Tenet) {
    this.schema = this.adopt(tenet);
  }

  /** Operations that begin from now on see `tenet`. A catalog whose schema is not valid is refused, and the old one stays. */
  swap(tenet: Tenet): void {
    this.schema = this.adopt(tenet);
    this.announce();
  }

  get current(): Tenet {
    return this.tenetOf(this.schema);
  }

  tenetOf(schema: GraphQLSchema): Tenet {
    const tenet = this.tenets.get(schema);
    if (tenet === undefined) {
      throw new Failure('INTERNAL.ERROR', 'A schema that this server never served.', { family: 'internal' });
    }
    return tenet;
  }

  onSchemaLoadOrUpdate(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** No executor of our own: Apollo then runs the operation on the announced schema itself. */
  async load(): Promise<{ executor: null }> {
    this.announce();
    return { executor: null };
  }

  async stop(): Promise<void> {
    this.listeners.clear();
  }

  private adopt(tenet: Tenet): GraphQLSchema {
    const schema = schemaOf(tenet.catalog);
    const [fault] = validateSchema(schema);
    if (fault !== undefined) {
      throw new Failure('INTERNAL.ERROR', `The catalog makes no valid schema: ${fault.message}`, {
        family: 'internal',
      });
    }
    this.tenets.set(schema, tenet);
    return schema;
  }

  private announce(): void {
    for (const listener of this.listeners) listener({ apiSchema: this.schema, coreSupergraphSdl: '' });
  }
}
