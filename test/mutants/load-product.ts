import path from 'node:path';
import type { Opening, OpenTenet } from '../support/in-memory-tenet';
import { type Edit, edited } from './mutant';

const { withSources } = require('../support/typescript-loader.cjs') as {
  withSources: <T>(
    changing: (file: string, text: string) => string,
    anew: readonly string[],
    load: () => T,
  ) => T;
};

const PRODUCT = path.join(__dirname, '..', 'support', 'in-memory-tenet.ts');

/** How the product is opened over definitions and tables. */
export type OpenProduct = (opening: Opening) => Promise<OpenTenet>;

/** The product as its sources are with these edits; products that were loaded before stay as they are. */
export function productWith(edits: readonly Edit[]): OpenProduct {
  const { openTenet } = withSources(
    (file, text) => edited(edits, file, text),
    [PRODUCT],
    () => require(PRODUCT) as typeof import('../support/in-memory-tenet'),
  );
  return openTenet;
}
