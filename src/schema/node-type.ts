import 'reflect-metadata';
import { Field, ID, InterfaceType } from 'type-graphql';

/** Which type a definition is does not show in its class: catalogs hold plain values. The resolver of `node` says how it is told. */
@InterfaceType('Node', {
  description: 'Something with an id of its own, which `node(id)` gives back.',
  resolveType: (value: { readonly __typename?: string }) => value.__typename,
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque, and the same as long as the name is.' })
  id!: string;
}
