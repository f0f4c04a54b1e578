import { isMap, isScalar, type Node } from 'yaml';
import type { Diagnostic } from '../../../base/diagnostic';
import { Failure } from '../../../base/failure';
import type { DefinitionFile } from '../raw';
import { placeOfFile } from '../read-path';
import { forbiddenDiagnostic, yamlDiagnostic } from '../read-shaped';
import { parseYaml } from '../yaml-document';
import { forbiddenOffsets, type YamlSource, yamlSource } from '../yaml-source';
import { isMapping, ValueReader, type YamlValue } from '../yaml-value';
import { commentsOf } from './comments';
import type { Place } from './key-order';
import { printLayout } from './print-layout';
import { readLayout } from './read-layout';

export interface FormattedFile {
  /** The text as it should be; the file's own when it cannot be formatted. */
  readonly text: string;
  /** Why it cannot: what makes its YAML doubtful. Faults of definitions do not count. */
  readonly diagnostics: readonly Diagnostic[];
}

const BYTE_ORDER_MARK = '\ufeff';
const MAX_FAULTS = 10;

/**
 * The file in its one form: words first, one spacing, short `{ … }` on one line. Comments, the order of definitions and the
 * style of texts stay, and so does the meaning, which is proved by reading the result; formatting twice changes nothing more.
 * `path` is relative to the definitions' root.
 *
 * @throws Failure INTERNAL.ERROR when the result would not say the same.
 */
export function formatFile(file: DefinitionFile): FormattedFile {
  const source = yamlSource(file);
  const { contents, faults } = parseYaml(source);
  const diagnostics = faults.length > 0 ? faults : doubtsOf(source, contents);
  if (diagnostics.length > 0) return { text: file.text, diagnostics };
  const lines = printLayout(source.text, readLayout(source.text, contents), placeOf(file.path));
  const text = lines.join('\n');
  const formatted = text === '' ? '' : `${text}\n`;
  proveEqual(source, contents, formatted);
  const eol = /\r?\n/.exec(source.text)?.[0] ?? '\n';
  const mark = file.text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  return { text: mark + formatted.replaceAll('\n', eol), diagnostics: [] };
}

function placeOf(path: string): Place {
  const place = placeOfFile(path);
  return place.kind === 'company' || place.kind === 'team' ? place.kind : 'file';
}

/** What no reader of definitions accepts either: tags and aliases, keys that stand twice, characters that cannot be seen. */
function doubtsOf(source: YamlSource, contents: Node | null): readonly Diagnostic[] {
  const forbidden = forbiddenOffsets(source.text, MAX_FAULTS);
  if (forbidden.length > 0) return forbidden.map((offset) => forbiddenDiagnostic(source, offset));
  const reader = new ValueReader(source);
  reader.read(contents);
  if (reader.findings.length > 0) {
    return reader.findings.slice(0, MAX_FAULTS).map((finding) => yamlDiagnostic(source, finding));
  }
  const isFine = contents === null || isMap(contents) || (isScalar(contents) && contents.value === null);
  if (isFine) return [];
  const message = 'This must be a mapping of keys to values.';
  return [yamlDiagnostic(source, { code: 'SHAPE.WRONG_TYPE', message, from: 0, to: 0 })];
}

function proveEqual(source: YamlSource, contents: Node | null, formatted: string): void {
  const after = yamlSource({ path: source.file, text: formatted });
  const parsed = parseYaml(after);
  const before = new ValueReader(source).read(contents);
  const sameValues =
    parsed.faults.length === 0 && isSame(before, new ValueReader(after).read(parsed.contents));
  const comments = (text: string): string =>
    JSON.stringify(
      commentsOf(text)
        .map((c) => c.text)
        .sort(),
    );
  if (sameValues && comments(source.text) === comments(formatted)) return;
  throw new Failure('INTERNAL.ERROR', `"${source.file}" would not say the same after formatting.`, {
    family: 'internal',
    hint: 'the file is left as it is; report it with its text',
  });
}

function isSame(a: YamlValue, b: YamlValue): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]!));
  }
  if (isMapping(a) && isMapping(b)) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key]!, b[key]!));
  }
  return typeof a === 'object' && a !== null ? JSON.stringify(a) === JSON.stringify(b) : Object.is(a, b);
}
