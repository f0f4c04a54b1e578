/** A table that is to be made: its columns by the names of `columns:`. */
export interface NewTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly declared: string }[];
}

/** Rows of texts, as every database reads them: `1.50`, `true`, `2024-01-31 10:00:00`, instants in UTC with `+00`. */
export type TextRow = readonly (string | null)[];

/** Makes tables in a database of another engine and fills them. */
export interface TableWriter {
  /** A table of that name, if a writer made it, goes with all its rows. @throws Failure ENVIRONMENT.FILE when somebody else made it. */
  create(table: NewTable): Promise<void>;
  insert(table: NewTable, rows: readonly TextRow[]): Promise<void>;
}
