import { Composer, type CST, type ErrorCode, Lexer, type Node, Parser, type YAMLParseError } from 'yaml';
import type { Code } from '../../base/codes';
import type { Diagnostic } from '../../base/diagnostic';
import { withoutForbidden, type YamlSource } from './yaml-source';

export interface YamlDocument {
  /** The whole document's value; null for an empty file. After a syntax error only what could be recovered. */
  readonly contents: Node | null;
  /** What makes the file as a whole unreadable; nothing in it can be trusted then. */
  readonly faults: readonly Diagnostic[];
}

/** Deeper nesting could exhaust the stack of whoever walks the tree; definitions need 8. */
const MAX_DEPTH = 64;
/** After so many the rest is noise, and each costs memory. */
const MAX_FAULTS = 10;

/** Faults of aliases and tags are reported where the node is read, as `YAML.ALIAS`, and spoil one definition only. */
const REPORTED_ELSEWHERE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ALIAS_PROPS',
  'BAD_ALIAS',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_TAGS',
  'TAG_RESOLVE_FAILED',
  'BAD_COLLECTION_TYPE',
]);

const HINTS: Readonly<Partial<Record<ErrorCode, string>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a text that holds a colon and a space needs quotes',
  MULTILINE_IMPLICIT_KEY: 'a key is missing its colon, or a text over several lines needs | or quotes',
  TAB_AS_INDENT: 'indent with spaces; YAML does not allow tabs there',
  BAD_SCALAR_START: 'put the text in quotes',
  BAD_DQ_ESCAPE: 'in double quotes a backslash starts an escape; use single quotes to write it as it is',
  BAD_INDENT: 'give the keys of one mapping the same number of spaces',
  MISSING_CHAR: 'close the quote or bracket',
};

interface Tokens {
  readonly tokens: readonly CST.Token[];
  readonly faults: readonly Diagnostic[];
}

function fault(
  source: YamlSource,
  code: Code,
  message: string,
  from: number,
  to: number,
  hint?: string,
): Diagnostic {
  return {
    code,
    severity: 'error',
    message,
    at: source.span(from, to),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** A token that the file may not hold at its top level; a second document or a directive changes the meaning of the rest. */
function faultOfToken(source: YamlSource, token: CST.Token, documents: number): Diagnostic | null {
  if (token.type === 'document' && documents > 0) {
    return fault(
      source,
      'YAML.DOCUMENTS',
      'A file holds one YAML document; a second one starts here.',
      token.offset,
      token.offset + 3,
    );
  }
  if (token.type === 'directive' && !/^%YAML 1\.2\s*$/.test(token.source)) {
    return fault(
      source,
      'YAML.SYNTAX',
      'Directives such as %TAG or another YAML version are not read.',
      token.offset,
      token.offset + token.source.length,
    );
  }
  return null;
}

/** Cuts the text into top-level tokens, and stops at what would cost too much. Linear; needs no recursion. */
function tokenize(source: YamlSource, text: string): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const faults: Diagnostic[] = [];
  let documents = 0;
  let errors = 0;
  const take = (token: CST.Token): void => {
    const found = faultOfToken(source, token, documents);
    if (found) faults.push(found);
    if (token.type === 'document') documents += 1;
    if (token.type === 'error') errors += 1;
    // A second document would be read as if it were the first.
    if (!found) tokens.push(token);
  };
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) take(token);
    if (parser.stack.length > MAX_DEPTH) {
      const at = parser.offset;
      faults.push(fault(source, 'YAML.TOO_DEEP', `Nested deeper than ${MAX_DEPTH} levels.`, at - 1, at));
      break;
    }
    if (errors >= MAX_FAULTS || faults.length >= MAX_FAULTS) break;
  }
  for (const token of parser.end()) take(token);
  return { tokens, faults };
}

/** Runs without stack traces: a hostile file can make a million parse errors, and their traces would be most of the cost. */
function withoutTraces<T>(run: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function diagnosticOf(source: YamlSource, error: YAMLParseError): Diagnostic {
  const [from, to] = error.pos;
  const sentence = error.message.endsWith('.') ? error.message : `${error.message}.`;
  // The parser has one code for a wrong indentation and for a bracket that is never closed.
  const isOpen = /must be sufficiently indented and end with/.test(error.message);
  return fault(source, 'YAML.SYNTAX', sentence, from, to, HINTS[isOpen ? 'MISSING_CHAR' : error.code]);
}

/**
 * Parses a file as one document of YAML 1.2 (core schema: `yes` and `<<` are plain texts). Never throws; time and memory are
 * linear in the text. Repeated keys are left in: whoever reads the tree reports them.
 */
export function parseYaml(source: YamlSource): YamlDocument {
  const { tokens, faults } = tokenize(source, withoutForbidden(source.text));
  const options = {
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    // The parser compares each key with all before it; we use a set.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  } as const;
  const [document] = withoutTraces(() => [
    ...new Composer(options).compose(tokens, true, source.text.length),
  ]);
  const contents = document?.contents ?? null;
  // What was cut off above leaves the rest unclosed; complaints about that would only confuse.
  if (faults.length > 0) return { contents, faults };
  const errors = (document?.errors ?? []).filter((error) => !REPORTED_ELSEWHERE.has(error.code));
  return { contents, faults: errors.slice(0, MAX_FAULTS).map((error) => diagnosticOf(source, error)) };
}
