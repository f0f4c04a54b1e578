import type { Catalog } from '../model/catalog';
import { keyOf, type LineageItem, type LineageReference, type LineageUse } from './lineage-item';
import { referencesOf } from './references';
import { usesOf } from './uses';

export interface LineageRequest {
  /** UP: what it is made of; DOWN: what is made of it. */
  readonly direction: 'UP' | 'DOWN' | 'BOTH';
  /** How many steps from the item. */
  readonly depth: number;
  /** How many nodes, the item itself among them. */
  readonly limit: number;
}

export interface LineageNode {
  readonly item: LineageItem;
  /** Steps from the item: below zero what it is made of, above zero what is made of it. */
  readonly level: number;
}

/** `source` is part of `target`. */
export interface LineageEdge {
  readonly source: LineageItem;
  readonly target: LineageItem;
  readonly uses: readonly LineageUse[];
}

export interface Lineage {
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly LineageEdge[];
  /** Whether there is more beyond the depth or the limit. */
  readonly truncated: boolean;
}

/** The definitions around one, nearest first and in the same order each time; every edge between two of the nodes is there. */
export function lineage(catalog: Catalog, item: LineageItem, request: LineageRequest): Lineage {
  const walk = new Walk(catalog, item, request);
  if (request.direction !== 'DOWN') walk.go('UP');
  if (request.direction !== 'UP') walk.go('DOWN');
  return walk.result;
}

class Walk {
  private readonly nodes = new Map<string, LineageNode>();
  private readonly edges = new Map<
    string,
    { source: LineageItem; target: LineageItem; uses: Set<LineageUse> }
  >();
  private truncated = false;

  constructor(
    private readonly catalog: Catalog,
    private readonly start: LineageItem,
    private readonly request: LineageRequest,
  ) {
    this.nodes.set(keyOf(start), { item: start, level: 0 });
  }

  go(direction: 'UP' | 'DOWN'): void {
    const step = direction === 'UP' ? -1 : 1;
    const seen = new Set([keyOf(this.start)]);
    let level: readonly LineageItem[] = [this.start];
    for (let depth = 0; level.length > 0; depth += 1) {
      const next: LineageItem[] = [];
      for (const item of level) {
        for (const reference of this.neighbours(item, direction)) {
          const key = keyOf(reference.to);
          if (!this.nodes.has(key)) {
            if (depth >= this.request.depth || this.nodes.size >= this.request.limit) {
              this.truncated = true;
              continue;
            }
            this.nodes.set(key, { item: reference.to, level: step * (depth + 1) });
          }
          this.connect(item, reference, direction);
          if (!seen.has(key)) next.push(reference.to);
          seen.add(key);
        }
      }
      level = next;
    }
  }

  get result(): Lineage {
    const edges = [...this.edges.values()].map(({ uses, ...ends }) => ({ ...ends, uses: [...uses].sort() }));
    return { nodes: [...this.nodes.values()], edges, truncated: this.truncated };
  }

  private neighbours(item: LineageItem, direction: 'UP' | 'DOWN'): readonly LineageReference[] {
    const found = direction === 'UP' ? referencesOf(this.catalog, item) : usesOf(this.catalog, item);
    return [...found].sort((a, b) => (keyOf(a.to) < keyOf(b.to) ? -1 : 1));
  }

  private connect(item: LineageItem, { to, use }: LineageReference, direction: 'UP' | 'DOWN'): void {
    const [source, target] = direction === 'UP' ? [to, item] : [item, to];
    const key = `${keyOf(source)} > ${keyOf(target)}`;
    const edge = this.edges.get(key) ?? { source, target, uses: new Set() };
    edge.uses.add(use);
    this.edges.set(key, edge);
  }
}
