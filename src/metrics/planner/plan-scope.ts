import type { Catalog, Segment } from '../model/catalog';
import type { PerReference } from '../model/expression';
import type { PlanStep, SelectStep } from '../model/plan';
import type { LowerContext } from './lower';
import { folded, uniqueNames } from './unique-names';

/** The steps of one plan as they are found; a step that is wanted twice is there once. */
export class Steps {
  private readonly found: PlanStep[] = [];
  private readonly shared = new Map<string, SelectStep>();
  private readonly unique: (name: string) => string;

  /** `taken`: names, folded, that a step must not hide, such as those of tables. */
  constructor(taken: ReadonlySet<string> = folded([])) {
    this.unique = uniqueNames(taken);
  }

  /** A free step name like the wished one. */
  name(wish: string): string {
    return this.unique(wish);
  }

  add<S extends PlanStep>(step: S): S {
    this.found.push(step);
    return step;
  }

  /** The step that `key` stands for, made when first asked for. */
  once(key: string, make: () => SelectStep): SelectStep {
    const before = this.shared.get(key);
    if (before) return before;
    const step = make();
    this.shared.set(key, step);
    return step;
  }

  get all(): readonly PlanStep[] {
    return this.found;
  }
}

/** A step with one row per entity: the names of its key columns and of its value. */
export interface ValueStep {
  readonly step: SelectStep;
  readonly keys: readonly string[];
  readonly value: string;
}

/** What every part of one plan shares. */
export interface PlanScope {
  /** A metric per entity, and the members of a segment, as steps of their own. */
  readonly entities: {
    readonly per: (scope: PlanScope, reference: PerReference) => ValueStep;
    readonly members: (scope: PlanScope, segment: Segment) => ValueStep;
  };
  readonly catalog: Catalog;
  readonly context: LowerContext;
  readonly steps: Steps;
}

/** A step without the clauses that most steps lack. */
export function selectStep(
  step: Pick<SelectStep, 'name' | 'comment' | 'from' | 'columns'> & Partial<SelectStep>,
): SelectStep {
  return {
    kind: 'select',
    joins: [],
    where: null,
    groupBy: null,
    order: [],
    limit: null,
    offset: null,
    ...step,
  };
}
