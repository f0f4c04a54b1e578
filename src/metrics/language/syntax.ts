/** Where a piece of a formula stands, in UTF-16 units of the formula's text; `to` is exclusive. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

export interface FormulaProblem {
  readonly code:
    | 'FORMULA.SYNTAX'
    | 'FORMULA.NOT_ALLOWED'
    | 'FORMULA.UNKNOWN_FUNCTION'
    | 'FORMULA.ARGUMENTS'
    | 'FORMULA.TOO_LARGE'
    | 'FORMULA.NO_AGGREGATE'
    | 'FORMULA.NESTED_AGGREGATE'
    | 'AGGREGATE.UNSAFE'
    | 'FORMULA.AMBIGUOUS_HOME'
    | 'FORMULA.NOT_LOCAL'
    | 'TYPE.MISMATCH'
    | 'TYPE.DECIMAL_SCALE'
    | 'TYPE.BAD_LITERAL'
    | 'REFERENCE.UNKNOWN_DATASET'
    | 'REFERENCE.UNKNOWN_COLUMN'
    | 'REFERENCE.UNKNOWN_METRIC'
    | 'DATASET.NO_KEY'
    | 'QUERY_TEXT.NOT_ALLOWED'
    | 'REFERENCE.CYCLE'
    | 'REFERENCE.BROKEN'
    | 'PATH.AMBIGUOUS'
    | 'PATH.UNREACHABLE';
  readonly message: string;
  readonly range: TextRange;
  readonly hint?: string;
}

/** A formula as written: names not yet looked up, types not yet known. The narrow part of SQL that Tenet allows. */
export type Syntax =
  | {
      readonly kind: 'literal';
      readonly form: 'string' | 'integer' | 'decimal' | 'double' | 'boolean' | 'null';
      readonly text: string;
      readonly range: TextRange;
    }
  | { readonly kind: 'name'; readonly parts: readonly string[]; readonly range: TextRange }
  | {
      readonly kind: 'call';
      readonly name: string;
      /** True for what is written with symbols or keywords: `+`, `is null`, `in`. */
      readonly operator: boolean;
      readonly args: readonly Syntax[];
      readonly named: readonly { readonly name: string; readonly value: Syntax }[];
      readonly distinct: boolean;
      readonly star: boolean;
      readonly filter: Syntax | null;
      readonly range: TextRange;
    }
  | {
      readonly kind: 'case';
      readonly branches: readonly { readonly when: Syntax; readonly value: Syntax }[];
      readonly otherwise: Syntax | null;
      readonly range: TextRange;
    }
  | { readonly kind: 'cast'; readonly arg: Syntax; readonly type: string; readonly range: TextRange };

/** A formula's tree, or the first thing that is wrong with it. */
export type Parsed =
  | { readonly ok: true; readonly syntax: Syntax }
  | { readonly ok: false; readonly problem: FormulaProblem };
