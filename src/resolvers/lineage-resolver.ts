import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { datasetIn, fieldIn } from '../metrics/lineage/items-in';
import type { LineageEdge, LineageNode } from '../metrics/lineage/lineage';
import type { LineageItem } from '../metrics/lineage/lineage-item';
import type { Catalog } from '../metrics/model/catalog';
import { LineageEdgeType, LineageNodeType } from '../schema/lineage-types';
import { NodeType } from '../schema/node-type';
import { wireName } from '../schema/wire-name';
import { definitionOf } from './global-id';
import { idOfItem } from './lineage';
import type { RequestContext } from './request-context';

@Resolver(() => LineageNodeType)
export class LineageNodeResolver {
  @FieldResolver(() => ID)
  id(@Root() { item }: LineageNode): string {
    return idOfItem(item);
  }

  @FieldResolver()
  kind(@Root() { item }: LineageNode): LineageItem['kind'] {
    return item.kind;
  }

  @FieldResolver()
  name(@Root() { item }: LineageNode): string {
    return item.kind === 'DIMENSION' ? wireName(item.name) : item.name;
  }

  @FieldResolver()
  label(@Root() { item }: LineageNode, @Ctx() { catalog }: RequestContext): string {
    return labelOf(catalog, item) ?? item.name;
  }

  @FieldResolver(() => NodeType, { description: 'All that can be asked of it.' })
  definition(@Root() { item }: LineageNode, @Ctx() { catalog }: RequestContext): object | null {
    return definitionOf(catalog, idOfItem(item));
  }
}

@Resolver(() => LineageEdgeType)
export class LineageEdgeResolver {
  @FieldResolver(() => ID)
  source(@Root() edge: LineageEdge): string {
    return idOfItem(edge.source);
  }

  @FieldResolver(() => ID)
  target(@Root() edge: LineageEdge): string {
    return idOfItem(edge.target);
  }
}

function labelOf(
  { metrics, segments, datasets, savedQueries }: Catalog,
  { kind, name }: LineageItem,
): string | undefined {
  switch (kind) {
    case 'METRIC':
      return metrics.get(name)?.label;
    case 'SEGMENT':
      return segments.get(name)?.label;
    case 'SAVED_QUERY':
      return savedQueries.get(name)?.label;
    case 'DATASET':
      return datasets.get(name)?.label;
    case 'DIMENSION':
      return datasets.get(datasetIn(name))?.dimensions.get(fieldIn(name))?.label;
    case 'COLUMN':
      return fieldIn(name);
  }
}
