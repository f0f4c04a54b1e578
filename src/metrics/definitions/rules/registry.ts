import { ambiguousPaths } from './ambiguous-paths';
import { decimalFloats } from './decimal-floats';
import type { Rule } from './rule';
import { unusedJoins } from './unused-joins';
import { weekNumbers } from './week-numbers';

/** All rules, in the order in which their remarks are told apart from equal places. */
export const RULES: readonly Rule[] = [ambiguousPaths, decimalFloats, unusedJoins, weekNumbers];
