import type { Diagnostic, Span } from '../../src/base/diagnostic';
import type { RawCatalog } from '../../src/metrics/definitions/raw';
import { readDefinitions } from '../../src/metrics/definitions/read';

export const COMPANY = { path: 'company.yaml', text: 'zone: Europe/London\n' };

/** Reads one text as a file of the team `sales`, beside a sound company. */
export function readText(text: string, path = 'sales/a.yaml'): RawCatalog {
  return readDefinitions([COMPANY, { path, text }]);
}

/** A text with `«…»` around the place where a finding is expected. */
export interface Marked {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export function marked(text: string): Marked {
  const from = text.indexOf('«');
  const to = text.indexOf('»') - 1;
  if (from === -1 || to < from) throw new Error(`no «…» in ${text}`);
  return { text: text.replace('«', '').replace('»', ''), from, to };
}

/** What a span covers, counted here and not by the reader. */
export function offsetsOf(text: string, span: Span): { readonly from: number; readonly to: number } {
  const lines = text.split('\n');
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return { from: offset(span.start.line, span.start.column), to: offset(span.end.line, span.end.column) };
}

/** The one finding with this code; fails when there is none or more. */
export function only(raw: RawCatalog, code: string): Diagnostic {
  const found = raw.diagnostics.filter((diagnostic) => diagnostic.code === code);
  if (found.length !== 1 || !found[0]) {
    throw new Error(
      `${found.length} findings ${code}: ${raw.diagnostics.map((d) => `${d.code} ${d.message}`).join('\n')}`,
    );
  }
  return found[0];
}

export const codesOf = (raw: RawCatalog): string[] => raw.diagnostics.map((diagnostic) => diagnostic.code);
