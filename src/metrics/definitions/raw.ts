import type { Diagnostic, Span } from '../../base/diagnostic';
import type { Company, Team } from '../model/catalog';

/** A path inside a definition's value: `['joins', 'customers', 'to']`, `['examples', 0, 'answer']`. */
export type ValuePath = readonly (string | number)[];

/** A definition whose shape is right but whose names are not yet resolved, with the way back to its text. */
export interface RawDefinition<T> {
  readonly name: string;
  /** The folder it lies in; it owns the definition. */
  readonly team: string;
  readonly value: T;
  /** The name's place: where a finding about the whole definition points. */
  readonly at: Span;
  /**
   * The place of the value at `path`; when there is none, the innermost key that is there (the name, at the top). Paths are
   * those of `value`: `['by', 0]` also finds a `by` that is written as one text.
   */
  locate(path: ValuePath): Span;
  /** The place of the key that leads to the value at `path`. */
  locateKey(path: ValuePath): Span;
  /** Part of the text at `path`, `from` and `to` counting UTF-16 units in the parsed string, however it is quoted or folded. */
  locateText(path: ValuePath, from: number, to: number): Span;
  /** What is written at `path`, on one line and cut at 40 characters: all digits of a number, of which `value` has lost some. */
  excerpt(path: ValuePath): string;
}

export interface RawJoin {
  readonly to: string;
  /** Always a list, also when written as one name. */
  readonly by: readonly string[];
  readonly description?: string | undefined;
}

export interface RawDimension {
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  readonly formula?: string | undefined;
}

/** The long form of a column, `{ type: timestamp, zone: America/New_York }`; the short form is read into it. */
export interface RawColumn {
  readonly type: string;
  readonly zone?: string | undefined;
}

export interface RawDataset {
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  /** A table name, or a SELECT: exactly one of the two. */
  readonly table?: string | undefined;
  readonly query?: string | undefined;
  readonly key?: readonly string[] | undefined;
  readonly time?: string | undefined;
  readonly columns: Readonly<Record<string, RawColumn>>;
  readonly joins?: Readonly<Record<string, RawJoin>> | undefined;
  readonly dimensions?: Readonly<Record<string, RawDimension>> | undefined;
  readonly via?: Readonly<Record<string, string>> | undefined;
}

export type RawScalar = string | number | boolean | null;

/**
 * One worked example: `story`, `answer`, perhaps `by`; every other key is a dataset with its rows. Only the outline is checked
 * when it is read: a wrong example is a finding, but the metric's number does not depend on it.
 */
export type RawExample = Readonly<Record<string, unknown>>;

export interface RawMetric {
  readonly label?: string | undefined;
  readonly question?: string | undefined;
  readonly decision?: string | undefined;
  readonly description?: string | undefined;
  readonly formula: string;
  readonly where?: string | undefined;
  readonly time?: string | undefined;
  readonly unit?: string | undefined;
  readonly format?: string | undefined;
  readonly better?: 'higher' | 'lower' | undefined;
  /** Absent = the default of the aggregate. */
  readonly empty?: RawScalar | undefined;
  /** The reason why parts may be dated by different columns. */
  readonly mixed_time?: string | undefined;
  readonly owner?: string | undefined;
  readonly examples?: readonly RawExample[] | undefined;
}

export interface RawSegment {
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  /** The dataset whose rows it chooses. */
  readonly of: string;
  readonly where: string;
}

/** Words, and the keys of a question; what is in them is checked when its names are looked up. */
export interface RawSavedQuery {
  readonly label?: string | undefined;
  readonly question?: string | undefined;
  readonly description?: string | undefined;
  readonly [key: string]: unknown;
}

/** One text per file; `path` is relative to the definitions' root, with forward slashes: `sales/orders.yaml`. */
export interface DefinitionFile {
  readonly path: string;
  readonly text: string;
}

/** Everything that could be read. A fault spoils one definition only; the rest is here. */
export interface RawCatalog {
  /** Null when company.yaml is missing or not valid. */
  readonly company: Company | null;
  readonly teams: ReadonlyMap<string, Team>;
  readonly datasets: readonly RawDefinition<RawDataset>[];
  readonly metrics: readonly RawDefinition<RawMetric>[];
  readonly segments: readonly RawDefinition<RawSegment>[];
  readonly savedQueries: readonly RawDefinition<RawSavedQuery>[];
  /** Definitions left out because their shape is wrong, and why; never a name that another, sound definition has. */
  readonly broken: readonly BrokenDefinition[];
  /** All findings, those of `broken` too, by file and place. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface BrokenDefinition {
  readonly kind: 'dataset' | 'metric' | 'segment' | 'saved_query';
  readonly name: string;
  /** The name's place. */
  readonly at?: Span;
  readonly diagnostics: readonly Diagnostic[];
  /** What is written there, unchecked: plain values, mappings without prototype. For tools that mend it. */
  readonly value?: unknown;
}
