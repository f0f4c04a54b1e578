import {
  GraphQLEnumType,
  type GraphQLEnumValueConfigMap,
  GraphQLError,
  Kind,
  print,
  type ValueNode,
} from 'graphql';
import { Failure } from '../base/failure';
import { shorten } from '../base/plain-text';

/** One value of a generated enum. */
export interface EnumName {
  /** The name in the catalog, `orders.channel`: what resolvers receive. */
  readonly value: string;
  /** The name on the wire, `orders__channel`. */
  readonly wire: string;
  readonly words?: string | undefined;
}

export interface NameEnumConfig {
  readonly name: string;
  readonly description: string;
  readonly names: readonly EnumName[];
  /**
   * The value of a name that is not listed, where there is one all the same.
   * @throws Failure with near matches, as from any other door.
   */
  find(given: string): string;
}

/** A single reserved value keeps an enum without names valid. */
const NONE: EnumName = { value: '_none', wire: '_none', words: 'There is none yet.' };

/**
 * An enum of definitions' names. An unknown one is refused with our own code and our own near matches, in a literal and in a
 * variable alike, at a cost that graphql-js's search over all names does not have.
 */
export class NameEnum extends GraphQLEnumType {
  private readonly find: NameEnumConfig['find'];

  constructor({ name, description, names, find }: NameEnumConfig) {
    const listed = names.length > 0 ? names : [NONE];
    super({ name, description, values: valuesOf(listed) });
    this.find = find;
  }

  override parseValue(given: unknown): string {
    return typeof given === 'string' ? this.named(given) : this.refuse(JSON.stringify(given) ?? 'nothing');
  }

  override parseLiteral(node: ValueNode): string {
    if (node.kind === Kind.ENUM) return this.named(node.value, node);
    if (node.kind === Kind.STRING) return this.refuse(`"${node.value}"`, node);
    return this.refuse(print(node), node);
  }

  private named(given: string, node?: ValueNode): string {
    const listed: unknown = this.getValue(given)?.value;
    if (typeof listed === 'string') return listed;
    try {
      return this.find(given);
    } catch (error) {
      throw error instanceof Failure ? asGraphQLError(error, node) : error;
    }
  }

  private refuse(given: string, node?: ValueNode): never {
    const hint = node === undefined ? 'send the name as a text' : 'write the name without quotes';
    throw asGraphQLError(
      new Failure('QUERY.INVALID', `${shorten(given)} is not a ${this.name}.`, { hint }),
      node,
    );
  }
}

function valuesOf(names: readonly EnumName[]): GraphQLEnumValueConfigMap {
  const values: GraphQLEnumValueConfigMap = Object.create(null);
  for (const { wire, value, words: description } of names) values[wire] = { value, description };
  return values;
}

// graphql-js passes a GraphQLError on as it is and would paste the message of any other into a sentence of its own.
const asGraphQLError = (failure: Failure, node: ValueNode | undefined): GraphQLError =>
  new GraphQLError(failure.message, {
    originalError: failure,
    ...(node === undefined ? {} : { nodes: node }),
  });
