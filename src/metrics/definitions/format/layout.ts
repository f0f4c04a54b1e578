import type { Scalar } from 'yaml';

/** A comment on a line of its own, with its `#`. */
export interface LineComment {
  readonly text: string;
  /** A blank line stands before it. */
  readonly blank: boolean;
}

/** What stands under a key or behind a dash; `flow` is how the author wrote it, between brackets or on lines of its own. */
export type LayoutValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  | LayoutCollection;

export interface LayoutCollection {
  readonly kind: 'map' | 'list';
  readonly flow: boolean;
  readonly entries: readonly LayoutEntry[];
  /** Comments below the last entry. */
  readonly below: readonly LineComment[];
}

/** One pair of a mapping, or one item of a list, with the comments that belong to it. */
export interface LayoutEntry {
  /** The key as it is printed; null in a list. */
  readonly key: string | null;
  /** The key's text, without quotes; empty in a list. */
  readonly name: string;
  readonly value: LayoutValue;
  readonly above: readonly LineComment[];
  /** On the line of the key, before the value. */
  readonly opening: readonly string[];
  /** Behind the value, on its last line. */
  readonly behind: readonly string[];
  /** A blank line stands between this entry (or the last comment above it) and what is before. */
  readonly blank: boolean;
}

/** A whole file. */
export interface Layout {
  /** Comments at the top with a blank line below them: about the file, not about its first key. */
  readonly header: readonly LineComment[];
  readonly root: LayoutCollection | null;
  /** Comments of a file without a value. */
  readonly below: readonly LineComment[];
}
