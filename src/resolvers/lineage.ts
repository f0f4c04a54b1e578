import { Failure } from '../base/failure';
import { type Lineage, lineage } from '../metrics/lineage/lineage';
import type { LineageItem } from '../metrics/lineage/lineage-item';
import type { LineageArgs } from '../schema/lineage-types';
import { globalId, type NodeKind } from './global-id';
import { counted } from './node-budget';
import type { RequestContext } from './request-context';

const MAX_NODES = 1_000;

/** The types of the schema behind the kinds of lineage. */
const NODE_KINDS: Readonly<Record<LineageItem['kind'], NodeKind>> = {
  METRIC: 'Metric',
  DIMENSION: 'Dimension',
  SEGMENT: 'Segment',
  DATASET: 'Dataset',
  COLUMN: 'DatasetColumn',
  SAVED_QUERY: 'SavedQuery',
};

export const idOfItem = ({ kind, name }: LineageItem): string => globalId(NODE_KINDS[kind], name);

/** @throws Failure REQUEST.LIMIT for more nodes than a graph may have. */
export function lineageOf(context: RequestContext, item: LineageItem, args: LineageArgs): Lineage {
  if (args.limit <= MAX_NODES) {
    const found = lineage(context.catalog, item, args);
    counted(context, found.nodes);
    return found;
  }
  throw new Failure('REQUEST.LIMIT', `\`limit\` asks for ${args.limit} nodes; ${MAX_NODES} are the limit.`, {
    path: 'limit',
    hint: 'ask for less depth, or for the lineage of one of the nodes',
  });
}
