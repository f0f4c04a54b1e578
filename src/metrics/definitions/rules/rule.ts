import type { Span } from '../../../base/diagnostic';
import type { Catalog } from '../../model/catalog';

/** A remark about a sound catalog: it answers, but somebody will be surprised. */
export interface Remark {
  readonly code: 'PATH.AMBIGUOUS' | 'TYPE.DECIMAL_FLOAT' | 'JOIN.UNUSED' | 'GRAIN.WEEK_NUMBER';
  readonly message: string;
  readonly hint: string;
  readonly at: Span;
  readonly definition: { readonly kind: string; readonly name: string };
}

/** One law over the whole catalog; it reports, it never breaks a definition. */
export type Rule = (catalog: Catalog) => readonly Remark[];
