import type { Node, Scalar } from 'yaml';
import type { z } from 'zod';
import type { Diagnostic } from '../../base/diagnostic';
import { type KnownKeys, MAX_FINDINGS, type ShapeFinding, shapeFindings } from './shapes/findings';
import { type Locator, locatorOf } from './yaml-locate';
import type { YamlSource } from './yaml-source';
import { ValueReader, type YamlFinding, type YamlValue } from './yaml-value';

/** What is read, and under which name findings speak of it. */
export interface ShapedSubject<T> {
  readonly shape: z.ZodType<T>;
  readonly title: string;
  readonly keys: KnownKeys;
  readonly missingHints?: Readonly<Record<string, string>>;
  readonly definition?: { readonly kind: string; readonly name: string };
}

export interface Shaped<T> {
  /** Null when there is any finding. */
  readonly value: T | null;
  readonly raw: YamlValue;
  readonly diagnostics: readonly Diagnostic[];
  readonly locator: Locator;
}

type Definition = { readonly kind: string; readonly name: string } | undefined;

export function yamlDiagnostic(
  source: YamlSource,
  finding: YamlFinding,
  definition?: Definition,
): Diagnostic {
  const { code, message, from, to, hint, related } = finding;
  return {
    code,
    severity: 'error',
    message,
    at: source.span(from, to),
    ...(hint === undefined ? {} : { hint }),
    ...(definition === undefined ? {} : { definition }),
    ...(related === undefined
      ? {}
      : { related: [{ message: related.message, at: source.span(related.from, related.to) }] }),
  };
}

/** The refusal of the forbidden character at `offset` of a file. */
export function forbiddenDiagnostic(source: YamlSource, offset: number, definition?: Definition): Diagnostic {
  const number = source.text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  const message = `The file holds the character U+${number}, which YAML does not allow.`;
  return yamlDiagnostic(
    source,
    { code: 'SHAPE.TEXT', message, from: offset, to: offset + 1, hint: 'remove it' },
    definition,
  );
}

function shapeDiagnostic(finding: ShapeFinding, locator: Locator, definition: Definition): Diagnostic {
  const { code, message, hint, path, atKey } = finding;
  return {
    code,
    severity: 'error',
    message,
    at: atKey ? locator.locateKey(path) : locator.locate(path),
    ...(hint === undefined ? {} : { hint }),
    ...(definition === undefined ? {} : { definition }),
  };
}

const placeText = ({ at: { start, end } }: Diagnostic): string =>
  `${start.line}:${start.column}-${end.line}:${end.column}`;

/** Reads the value under a key as one shape; every fault in it is found, none stops the reading of its neighbours. */
export function readShaped<T>(
  source: YamlSource,
  key: Scalar,
  node: Node | null,
  subject: ShapedSubject<T>,
): Shaped<T> {
  const reader = new ValueReader(source);
  const raw = reader.read(node);
  const locator = locatorOf(source, key, node);
  const yaml = reader.findings
    .slice(0, MAX_FINDINGS)
    .map((finding) => yamlDiagnostic(source, finding, subject.definition));
  const parsed = subject.shape.safeParse(raw);
  if (parsed.success)
    return { value: yaml.length === 0 ? parsed.data : null, raw, diagnostics: yaml, locator };
  const { title, keys, missingHints = {} } = subject;
  const findings = shapeFindings(
    { title, value: raw, keys, excerpt: locator.excerpt, missingHints },
    parsed.error,
  );
  // An alias, say, has no value: that it is also of a wrong type is not worth a line.
  const told = new Set(yaml.map(placeText));
  const shape = findings
    .map((finding) => shapeDiagnostic(finding, locator, subject.definition))
    .filter((diagnostic) => !told.has(placeText(diagnostic)));
  return { value: null, raw, diagnostics: [...yaml, ...shape], locator };
}
