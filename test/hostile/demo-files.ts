import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import type { DefinitionFile } from '../../src/metrics/definitions/raw';

const ROOT = path.resolve(__dirname, '../../definitions');

/** The definitions of the demo, whatever they are. */
export const FILES: readonly DefinitionFile[] = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({
    path: name.split(path.sep).join('/'),
    text: readFileSync(path.join(ROOT, name), 'utf8'),
  }));

/** Settings are one definition, and it is the whole file. */
export const isSettings = (file: DefinitionFile): boolean => /(^|\/)(company|team)\.yaml$/.test(file.path);

/** What an independent reader of YAML 1.2 makes of a text; null when it finds any fault. */
export function plainReading(text: string): unknown {
  const document = parseDocument(text, { version: '1.2', schema: 'core', merge: false, uniqueKeys: true });
  if (document.errors.length > 0 || document.warnings.length > 0) return null;
  return document.toJS({ mapAsMap: false }) ?? {};
}

type Section = Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
export const sectionsOf = (reading: unknown): Readonly<Record<string, Section | null>> =>
  (typeof reading === 'object' && reading !== null ? reading : {}) as Readonly<Record<string, Section>>;

/** The lines of a definition, 1-based, both ends included. */
export interface Extent {
  /** `metric net_revenue` */
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** The kinds of definitions by their section. */
export const KINDS: Readonly<Record<string, string>> = {
  datasets: 'dataset',
  metrics: 'metric',
  segments: 'segment',
  saved_queries: 'saved_query',
};

/** Which definition stands on which lines of a file of the demo: a key in the second column of a section in the first. */
export function extentsOf(text: string): readonly Extent[] {
  const found: { key: string; from: number; to: number }[] = [];
  let kind: string | undefined;
  text.split('\n').forEach((line, index) => {
    const top = /^(\w+):/.exec(line);
    if (top) kind = KINDS[top[1]!];
    const name = /^ {2}(\w+):/.exec(line)?.[1];
    if (kind && name) found.push({ key: `${kind} ${name}`, from: index + 1, to: index + 1 });
    else if (found.length > 0 && /^\s/.test(line)) found.at(-1)!.to = index + 1;
  });
  return found;
}

export const nameIn = (key: string): string => key.split(' ')[1]!;
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
