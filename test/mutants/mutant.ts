/** A text of a source that is there exactly once, and what stands there instead. */
export interface Edit {
  /** From the root of the repository. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A deliberate error of the compiler. */
export interface Mutant {
  readonly name: string;
  /** Row of docs/semantics.md that it breaks, or the guarantee where no row says it. */
  readonly row: number | 'joins' | 'stitch' | 'groups';
  /** What the compiler does wrong, as a sentence. */
  readonly does: string;
  readonly edits: readonly Edit[];
}

/** Edits of one file. */
export const inFile = (file: string, ...pairs: readonly (readonly [string, string])[]): readonly Edit[] =>
  pairs.map(([find, replace]) => ({ file, find, replace }));

/** The text of a file with its edits made. @throws Error when a text to be replaced is not there exactly once. */
export function edited(edits: readonly Edit[], file: string, text: string): string {
  return edits
    .filter((edit) => edit.file === file)
    .reduce((whole, { find, replace }) => {
      const times = whole.split(find).length - 1;
      if (times === 1) return whole.replace(find, () => replace);
      throw new Error(`${file} has ${times} times, not once, what a mutant replaces:\n${find}`);
    }, text);
}
