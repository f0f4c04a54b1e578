import path from 'node:path';
import { parseSync } from '@swc/core';
import { readText, repositoryFiles, type TextFile } from './repository-files';

export interface SourceFile extends TextFile {
  /** What it imports, type imports too: a file of the repository as its path, a package or `node:` module as its name. */
  readonly imports: readonly string[];
  /** String literals, parts of templates and identifiers; import paths left out. */
  readonly words: readonly string[];
  /** The classes of `throw new X(…)`. */
  readonly thrown: readonly string[];
}

type SyntaxNode = { readonly type?: string; readonly [key: string]: unknown };

const isNode = (value: unknown): value is SyntaxNode => typeof value === 'object' && value !== null;

/** The text of a string literal node, else undefined. */
const literal = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'StringLiteral' ? (value['value'] as string) : undefined;

/** Which module a node brings in: `import`, `export … from`, `import()`, `require()`, `import('…').T`. */
function importedBy(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return literal(node['source']);
    case 'TsImportType':
      return literal(node['argument']);
    case 'TsExternalModuleReference':
      return literal(node['expression']);
    case 'CallExpression': {
      const callee = node['callee'] as SyntaxNode;
      const [first] = node['arguments'] as readonly { readonly expression: unknown }[];
      return callee.type === 'Import' || callee['value'] === 'require'
        ? literal(first?.expression)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** A relative import as a path of the repository without extension, a package as its name without a path inside it. */
function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** A node and everything below it, in the order of the text. */
function* nodesBelow(value: unknown): Generator<SyntaxNode> {
  if (!isNode(value)) return;
  if (!Array.isArray(value)) yield value;
  for (const child of Object.values(value)) yield* nodesBelow(child);
}

/** The class of a `throw new X(…)`, else undefined. */
function thrownBy(node: SyntaxNode): string | undefined {
  const what = node.type === 'ThrowStatement' ? node['argument'] : undefined;
  if (!isNode(what) || what.type !== 'NewExpression') return undefined;
  return (what['callee'] as SyntaxNode)['value'] as string | undefined;
}

function wordOf(node: SyntaxNode): string | undefined {
  if (node.type === 'StringLiteral' || node.type === 'Identifier') return node['value'] as string;
  return node.type === 'TemplateElement' ? (node['raw'] as string) : undefined;
}

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

/** Reads a TypeScript file with the parser that also compiles the tests. */
export function readSource({ path: file, text }: TextFile): SourceFile {
  const nodes = [
    ...nodesBelow(parseSync(text, { syntax: 'typescript', decorators: true, target: 'es2022' }).body),
  ];
  const specifiers = nodes.map(importedBy).filter(isThere);
  return {
    path: file,
    text,
    imports: specifiers.map((specifier) => resolveImport(file, specifier)),
    words: nodes
      .map(wordOf)
      .filter(isThere)
      .filter((word) => !specifiers.includes(word)),
    thrown: nodes.map(thrownBy).filter(isThere),
  };
}

/** Every TypeScript file under `folder`. */
export function readSources(folder: string): readonly SourceFile[] {
  return repositoryFiles(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readSource(readText(file)));
}
