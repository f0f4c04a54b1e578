import type { Mutant } from './mutant';
import { ANSWER_MUTANTS } from './table/answers';
import { ENTITY_MUTANTS } from './table/entities';
import { FILTER_MUTANTS } from './table/filters';
import { GROUP_MUTANTS } from './table/groups';
import { NUMBER_MUTANTS } from './table/numbers';
import { TIME_MUTANTS } from './table/times';

/** Every deliberate error; each must be found by the random questions. */
export const MUTANTS: readonly Mutant[] = [
  ...GROUP_MUTANTS,
  ...FILTER_MUTANTS,
  ...TIME_MUTANTS,
  ...NUMBER_MUTANTS,
  ...ENTITY_MUTANTS,
  ...ANSWER_MUTANTS,
];

/** The compiler as it is, run like a mutant: nothing may be found. */
export const UNCHANGED: Mutant = { name: 'unchanged', row: 'groups', does: 'nothing is wrong', edits: [] };
