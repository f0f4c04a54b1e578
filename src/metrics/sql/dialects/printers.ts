import { type Fragment, joined, sql, trusted } from '../fragment';
import type { FunctionPrinter } from './dialect';

/** What the dialects print alike. */

export const infix =
  (sign: string): FunctionPrinter =>
  (args) =>
    sql`(${joined(args, ` ${sign} `)})`;

export const named =
  (name: string): FunctionPrinter =>
  (args) =>
    sql`${trusted(name)}(${joined(args, ', ')})`;

/** Zones are checked against the IANA list before they come here; the pattern is the last guard. */
export const zoneName = (name: string | undefined): Fragment =>
  trusted(`'${/^[\w+\-/]+$/.test(name ?? '') ? name : 'UTC'}'`);

export const datePart = (name: string | undefined): Fragment =>
  trusted(/^[a-z]+$/.test(name ?? '') ? name! : 'year');
