import type { TextFile } from '../repository-files';
import type { SourceFile } from '../source-file';

/** A law of the house: what it finds in a set of files, and a planted fault that it must find. */
export interface Rule {
  /** A plain statement that holds when nothing is found. */
  readonly law: string;
  /** One sentence per fault, the file's path first. */
  readonly find: (files: readonly SourceFile[]) => readonly string[];
  readonly fault: readonly TextFile[];
}
