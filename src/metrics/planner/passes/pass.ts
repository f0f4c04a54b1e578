import type { EngineTraits } from '../../model/engine-traits';
import type { Plan } from '../../model/plan';

/** A way to the same answers at less cost: a pure function from one plan to the next. */
export interface Pass {
  readonly name: string;
  /** What it changes, in one sentence. */
  readonly about: string;
  /** What an engine must be like for the pass to pay; null = it always does. */
  readonly needs: keyof EngineTraits | null;
  readonly run: (plan: Plan) => Plan;
}
