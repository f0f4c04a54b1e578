import type { Diagnostic } from '../../base/diagnostic';
import type { Catalog } from '../model/catalog';
import { RULES } from './rules/registry';

/** What `check` says of a sound catalog, as warnings. Grows with the square of the number of datasets. */
export function remarks(catalog: Catalog): readonly Diagnostic[] {
  return RULES.flatMap((rule) => rule(catalog)).map((remark) => ({
    ...remark,
    severity: 'warning' as const,
  }));
}
