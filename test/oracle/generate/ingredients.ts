import { number } from '../build';
import type { StaticType } from '../static-type';
import type { Formula, Per } from '../world';
import type { Pools } from './pools';
import type { Random } from './random';
import type { Field } from './scope';

/** What a formula may be made of. */
export interface Ingredients {
  readonly random: Random;
  readonly pools: Pools;
  readonly fields: readonly Field[];
  /** Metrics of an entity that conditions may name. */
  readonly pers?: readonly PerField[];
}

/** `per(entity, metric)` as conditions may name it. */
export interface PerField {
  readonly formula: Per;
  readonly type: StaticType;
  /** Went through a double: only to be compared with what it never is. */
  readonly isRough: boolean;
  /** What it is for the entities that there are, as text: between these a threshold tells some from others. */
  values(): readonly string[];
}

/** A numeric formula; a rough one went through a double that decimals or quotients made inexact. */
export interface Numeric {
  readonly formula: Formula;
  readonly kind: 'integer' | 'decimal' | 'double';
  readonly isRough: boolean;
  readonly isHuge: boolean;
}

export const isNumeric = (type: StaticType): boolean =>
  type.kind === 'integer' || type.kind === 'decimal' || type.kind === 'double';

export const WHOLE = ['0', '1', '2', '-1', '7', '-7', '3'];
const FRACTIONS = ['0.5', '-0.5', '1.25', '0.01', '2.50'];

export function numberLiteral(random: Random): Numeric {
  const text = random.chance(0.7) ? random.pick(WHOLE) : random.pick(FRACTIONS);
  return {
    formula: number(text),
    kind: text.includes('.') ? 'decimal' : 'integer',
    isRough: false,
    isHuge: false,
  };
}
