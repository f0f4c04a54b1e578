import { isMap, isScalar, type Node, type Scalar } from 'yaml';
import type { Diagnostic } from '../../base/diagnostic';
import { nearest } from '../../base/did-you-mean';
import type { DefinitionFile } from './raw';
import { type DefinitionKind, type Entry, readEntry } from './read-entry';
import { forbiddenDiagnostic, yamlDiagnostic } from './read-shaped';
import { MAX_FINDINGS } from './shapes/findings';
import { KIND_PLURALS } from './shapes/names';
import { parseYaml } from './yaml-document';
import { forbiddenOffsets, type YamlSource, yamlSource } from './yaml-source';
import { fullRangeOf, indirectionIn, keyText, rangeOf, ValueReader, type YamlFinding } from './yaml-value';

export interface ReadFile {
  readonly entries: readonly Entry[];
  /** Findings that belong to no definition; those of the entries are with them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Told per definition and file. */
const MAX_CHARACTERS = 10;
/** Looked for per file. */
const MAX_FORBIDDEN = 200;

/** A megabyte of definitions worth the name is a tenth of it; more is an attack on memory. */
const MAX_DEFINITIONS = 10_000;

const SECTIONS: Readonly<Record<string, DefinitionKind>> = {
  datasets: 'dataset',
  metrics: 'metric',
  segments: 'segment',
  saved_queries: 'saved_query',
};
const FILE_KEYS = ['version', ...Object.keys(SECTIONS)];

/** A pair of a mapping whose key is a text, and what is wrong with the key. */
interface TextPair {
  readonly key: Scalar;
  readonly value: Node | null;
  readonly findings: readonly YamlFinding[];
}

/** A section of the file, its entries not read yet. */
interface Section {
  readonly kind: DefinitionKind;
  readonly pairs: readonly TextPair[];
  readonly spoiledBy: readonly Diagnostic[];
}

/** The outline of a file: everything above its definitions. A fault here breaks no definition, unless it makes all doubtful. */
class OutlineReader {
  readonly diagnostics: Diagnostic[] = [];
  /** Those that make every definition of the file doubtful. */
  readonly spoiling: Diagnostic[] = [];
  readonly sections: Section[] = [];

  constructor(private readonly source: YamlSource) {}

  read(root: Node | null): void {
    if (root === null || this.isEmpty(root)) return;
    const seen = new Set<string>();
    for (const { key, value, findings } of this.pairsOf(
      root,
      `a mapping with the keys ${FILE_KEYS.join(', ')}`,
    )) {
      for (const finding of findings) this.add(finding);
      const name = keyText(key);
      const kind = Object.hasOwn(SECTIONS, name) ? SECTIONS[name] : undefined;
      const repeated = seen.has(name)
        ? this.find(key, 'YAML.DUPLICATE_KEY', `The key "${name}" stands twice.`, 'join the two')
        : null;
      seen.add(name);
      if (kind) this.readSection(kind, value, repeated);
      else if (name === 'version') this.readVersion(value ?? key);
      else this.readUnknown(key, name);
    }
  }

  private readSection(kind: DefinitionKind, value: Node | null, repeated: Diagnostic | null): void {
    if (value === null || this.isEmpty(value)) return;
    const pairs = this.pairsOf(value, `a mapping from names to ${KIND_PLURALS[kind]}`);
    this.sections.push({ kind, pairs, spoiledBy: repeated ? [repeated] : [] });
  }

  private readVersion(value: Node): void {
    if (isScalar(value) && value.value === 1) return;
    const found = this.find(
      value,
      'SHAPE.WRONG_TYPE',
      'The version must be the number 1.',
      'write version: 1',
    );
    this.spoiling.push(found);
  }

  private readUnknown(key: Scalar, name: string): void {
    const [near] = nearest(name, FILE_KEYS, 1);
    const list = `keys are ${FILE_KEYS.join(', ')}`;
    this.find(
      key,
      'SHAPE.UNKNOWN_KEY',
      `A definitions file has no key "${name}".`,
      near === undefined ? list : `did you mean "${near}"? ${list}`,
    );
  }

  private pairsOf(node: Node, expected: string): TextPair[] {
    const indirection = indirectionIn(this.source, node);
    if (indirection) this.add(indirection);
    if (!isMap(node)) {
      if (!indirection) this.find(node, 'SHAPE.WRONG_TYPE', `This must be ${expected}.`);
      return [];
    }
    const pairs: TextPair[] = [];
    for (const pair of node.items) {
      const reader = new ValueReader(this.source);
      const isText = reader.readKey(pair.key, node) !== null;
      if (isText)
        pairs.push({ key: pair.key as Scalar, value: pair.value as Node | null, findings: reader.findings });
      else for (const finding of reader.findings) this.add(finding);
    }
    return pairs;
  }

  private find(node: Node, code: Diagnostic['code'], message: string, hint?: string): Diagnostic {
    const [from, to] = fullRangeOf(this.source, node);
    return this.add({ code, message, from, to, ...(hint === undefined ? {} : { hint }) });
  }

  /** Nothing at all, or only a comment; an anchor for nothing is still an anchor. */
  private isEmpty(node: Node): boolean {
    return isScalar(node) && node.value === null && node.anchor === undefined && node.tag === undefined;
  }

  private add(finding: YamlFinding): Diagnostic {
    const diagnostic = yamlDiagnostic(this.source, finding);
    if (this.diagnostics.length < MAX_FINDINGS) this.diagnostics.push(diagnostic);
    return diagnostic;
  }
}

/** Where a definition begins and ends in its file, comments behind it included. */
function extentOf({ key, value }: TextPair): readonly [number, number] {
  const [from, to] = rangeOf(key);
  return [from, Math.max(to, value?.range?.[2] ?? to)];
}

/** What is wrong with a definition before its value is read: its key, and characters that no file may hold. */
function pairFaults(
  source: YamlSource,
  kind: DefinitionKind,
  pair: TextPair,
  forbidden: readonly number[],
): Diagnostic[] {
  const definition = { kind, name: keyText(pair.key) };
  const [from, to] = extentOf(pair);
  const inside = forbidden.filter((offset) => offset >= from && offset < to).slice(0, MAX_CHARACTERS);
  return [
    ...pair.findings.map((finding) => yamlDiagnostic(source, finding, definition)),
    ...inside.map((offset) => forbiddenDiagnostic(source, offset, definition)),
  ];
}

/** Forbidden characters between the definitions, in comments for example: an error, but nobody's number depends on it. */
function strayCharacters(
  source: YamlSource,
  sections: readonly Section[],
  forbidden: readonly number[],
): Diagnostic[] {
  const extents = sections.flatMap((section) => section.pairs.map(extentOf));
  return forbidden
    .filter((offset) => !extents.some(([from, to]) => offset >= from && offset < to))
    .slice(0, MAX_CHARACTERS)
    .map((offset) => forbiddenDiagnostic(source, offset));
}

/** What makes all of a file's definitions unreadable, so that not even their names are certain. */
function faultsOf(
  source: YamlSource,
  sections: readonly Section[],
  forbidden: readonly number[],
): Diagnostic[] {
  // So many that the file is no text at all; which definition holds which is not worth finding out.
  if (forbidden.length >= MAX_FORBIDDEN) return [forbiddenDiagnostic(source, forbidden[0]!)];
  const count = sections.reduce((sum, section) => sum + section.pairs.length, 0);
  if (count <= MAX_DEFINITIONS) return [];
  const message = `A file holds at most ${MAX_DEFINITIONS} definitions; this one has ${count}.`;
  return [
    yamlDiagnostic(source, {
      code: 'FILE.TOO_LARGE',
      message,
      from: 0,
      to: 0,
      hint: 'split it into several files',
    }),
  ];
}

/** Reads a file of definitions of one team. `spoiledBy` are faults of the folder, which break all that is in it. */
export function readDefinitionsFile(
  file: DefinitionFile,
  team: string,
  spoiledBy: readonly Diagnostic[],
): ReadFile {
  const source = yamlSource(file);
  const document = parseYaml(source);
  const outline = new OutlineReader(source);
  outline.read(document.contents);
  const forbidden = forbiddenOffsets(source.text, MAX_FORBIDDEN);
  const faults = document.faults.length > 0 ? document.faults : faultsOf(source, outline.sections, forbidden);
  const recovered = faults.length > 0;
  const spoiling = recovered ? faults : [...spoiledBy, ...outline.spoiling];
  const entries = outline.sections.flatMap((section) => {
    const context = { source, team, recovered, spoiledBy: [...spoiling, ...section.spoiledBy] };
    const read = (pair: TextPair): Entry =>
      readEntry(
        context,
        section.kind,
        pair.key,
        pair.value,
        pairFaults(source, section.kind, pair, forbidden),
      );
    return section.pairs.slice(0, MAX_DEFINITIONS).map(read);
  });
  if (recovered) return { entries, diagnostics: faults };
  return {
    entries,
    diagnostics: [...outline.diagnostics, ...strayCharacters(source, outline.sections, forbidden)],
  };
}
