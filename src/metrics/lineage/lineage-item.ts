/** What lineage is about; columns and dimensions are named with their dataset, `orders.amount`. */
export interface LineageItem {
  readonly kind: 'METRIC' | 'DIMENSION' | 'SEGMENT' | 'DATASET' | 'COLUMN' | 'SAVED_QUERY';
  readonly name: string;
}

/** How one is part of the other: named in its formula, in its condition, as its time; asked for by it; or it belongs to that dataset. */
export type LineageUse = 'FORMULA' | 'WHERE' | 'TIME' | 'QUESTION' | 'DATASET';

/** One step: what a definition is made of. */
export interface LineageReference {
  readonly to: LineageItem;
  readonly use: LineageUse;
}

export const keyOf = ({ kind, name }: LineageItem): string => `${kind} ${name}`;
