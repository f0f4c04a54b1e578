import { Failure } from '../../base/failure';
import { nestingBound } from './lexical';

/** A node of PostgreSQL's parse tree as libpg-query writes it: one key, the node's kind. Data from a foreign library, so unknown inside. */
export type PgNode = Readonly<Record<string, unknown>>;

interface PgParser {
  loadModule(): Promise<void>;
  parseSync(sql: string): unknown;
}

let parser: PgParser | null = null;

/** Loads PostgreSQL's grammar (WebAssembly); must have ended before a formula is parsed. Cheap when called again. */
export async function loadGrammar(): Promise<void> {
  if (parser) return;
  const loaded: PgParser = require('libpg-query');
  await loaded.loadModule();
  parser = loaded;
}

/**
 * The grammar is recursive code without a guard of its own: a tree some 9,000 levels deep overflows the stack, and after a few
 * dozen overflows the WebAssembly instance refuses every text, of everybody, until the process ends.
 */
const MAX_NESTING = 3_000;

/** Parses SQL text; throws what the library throws, or Failure FORMULA.TOO_LARGE. */
export function parseSql(sql: string): PgNode {
  if (!parser)
    throw new Failure('INTERNAL.ERROR', 'The grammar is used before loadGrammar() has ended.', {
      family: 'internal',
    });
  if (nestingBound(sql) > MAX_NESTING)
    throw new Failure('FORMULA.TOO_LARGE', `The text has more than ${MAX_NESTING} operators and brackets.`);
  return parser.parseSync(sql) as PgNode;
}

export const asNode = (value: unknown): PgNode =>
  typeof value === 'object' && value !== null ? (value as PgNode) : {};
export const asList = (value: unknown): readonly PgNode[] => (Array.isArray(value) ? value.map(asNode) : []);
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
export const asNumber = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** The kind of a node and what is in it: `{ A_Const: {...} }` → `['A_Const', {...}]`. */
export function unwrap(node: PgNode): readonly [kind: string, body: PgNode] {
  const kind = Object.keys(node)[0] ?? '';
  return [kind, asNode(node[kind])];
}

/** The texts of a list of String nodes, such as a qualified name. */
export const strings = (value: unknown): string[] =>
  asList(value).map((n) => asText(asNode(n['String'])['sval']));
