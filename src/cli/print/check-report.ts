import { renderDiagnostic } from '../../base/code-frame';
import type { Diagnostic } from '../../base/diagnostic';
import { visibleJson } from '../../base/visible-text';
import type { Catalog } from '../../metrics/model/catalog';
import type { CheckReport } from '../../service/check';
import { packageVersion } from '../../service/package-version';
import { counted } from './counted';

export interface Frame {
  readonly color: boolean;
  /** The definitions' folder as seen from the current one, with forward slashes. */
  readonly folder: string;
}

/** Every finding over its lines, then one line that sums up. */
export function checkText(
  { catalog, diagnostics, files, ms }: CheckReport,
  { color, folder }: Frame,
): string {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const options = { color, ...(folder !== '' && { folder }) };
  const shown = diagnostics.map(
    (diagnostic) => `${renderDiagnostic(diagnostic, texts.get(diagnostic.at.file) ?? null, options)}\n\n`,
  );
  return `${shown.join('')}${summary(catalog, diagnostics)} in ${ms} ms\n`;
}

/** The findings for programs, with the size of the catalog. */
export function checkJson({ catalog, diagnostics, ms }: CheckReport): string {
  const { toJson } =
    require('../../service/reports/to-json') as typeof import('../../service/reports/to-json');
  const report = toJson(diagnostics);
  return `${visibleJson({ ...report, summary: { ...report.summary, ...sizeOf(catalog), ms } })}\n`;
}

/** The findings for code hosts and editors. */
export function checkSarif({ diagnostics }: CheckReport, folder: string): string {
  const { toSarif } =
    require('../../service/reports/to-sarif') as typeof import('../../service/reports/to-sarif');
  return `${visibleJson(toSarif(diagnostics, { root: folder, version: packageVersion() }))}\n`;
}

function sizeOf(catalog: Catalog | null): { metrics: number; datasets: number; dimensions: number } {
  const datasets = [...(catalog?.datasets.values() ?? [])];
  const dimensions = datasets.reduce((sum, dataset) => sum + dataset.dimensions.size, 0);
  return { metrics: catalog?.metrics.size ?? 0, datasets: datasets.length, dimensions };
}

function summary(catalog: Catalog | null, diagnostics: readonly Diagnostic[]): string {
  const { metrics, datasets, dimensions } = sizeOf(catalog);
  const size = [
    counted(metrics, 'metric'),
    counted(datasets, 'dataset'),
    counted(dimensions, 'dimension'),
  ].join(', ');
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return `${size}: ${found.length === 0 ? 'no findings' : found.join(', ')}`;
}
