import path from 'node:path';
import { type Command, Option } from 'commander';
import { renderDiagnostic } from '../../base/code-frame';
import type { Diagnostic } from '../../base/diagnostic';
import type { Catalog } from '../../metrics/model/catalog';
import type { CommandContext, CommandInput, CommandModule, Settings } from '../command';
import { EXIT, type ExitCode } from '../exit-codes';
import { counted } from '../print/counted';
import { withEngine } from '../with-tenet';

export const check: CommandModule = { define, run };

function define(command: Command): void {
  command
    .option('--data', 'also compare with the database: tables, columns, types, keys, joins')
    .addOption(
      new Option('--format <format>', 'how to print the findings').choices(['text', 'json']).default('text'),
    );
}

/** What was found, and the texts to show it in. */
interface Findings {
  readonly catalog: Catalog | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

async function run({ options }: CommandInput, { io, settings }: CommandContext): Promise<ExitCode> {
  const started = performance.now();
  const findings = await find(settings, options['data'] === true);
  const errors = findings.diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.diagnostics.length - errors;
  const ms = Math.round(performance.now() - started);
  if (options['format'] === 'json')
    io.out(`${JSON.stringify(jsonOf(findings, errors, warnings, ms), null, 2)}\n`);
  else {
    const folder = path.relative(io.cwd, settings.definitions).replaceAll(path.sep, '/');
    for (const diagnostic of findings.diagnostics) {
      const text = findings.texts.get(diagnostic.at.file) ?? null;
      const shown = renderDiagnostic(diagnostic, text, { color: io.color, ...(folder !== '' && { folder }) });
      io.out(`${shown}\n\n`);
    }
    io.out(`${summary(findings.catalog, errors, warnings)} in ${ms} ms\n`);
  }
  return errors > 0 ? EXIT.findings : EXIT.fine;
}

async function find(settings: Settings, withData: boolean): Promise<Findings> {
  const { loadCatalog } =
    require('../../service/load-catalog') as typeof import('../../service/load-catalog');
  const { loadDefinitionFiles } =
    require('../../service/definition-files') as typeof import('../../service/definition-files');
  const { files, diagnostics: unreadable } = await loadDefinitionFiles(settings.definitions);
  const { catalog, diagnostics } = await loadCatalog(files, unreadable);
  const inData = withData && catalog ? await findInData(catalog, settings) : [];
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return { catalog, diagnostics: [...diagnostics, ...inData], texts };
}

/** Definitions with errors are left out: the rest is proved all the same. */
async function findInData(catalog: Catalog, settings: Settings): Promise<readonly Diagnostic[]> {
  const { checkData } = require('../../trust/data-checks') as typeof import('../../trust/data-checks');
  return withEngine(settings, (engine) => checkData(catalog, engine));
}

function sizeOf(catalog: Catalog | null): { metrics: number; datasets: number; dimensions: number } {
  const datasets = [...(catalog?.datasets.values() ?? [])];
  const dimensions = datasets.reduce((sum, dataset) => sum + dataset.dimensions.size, 0);
  return { metrics: catalog?.metrics.size ?? 0, datasets: datasets.length, dimensions };
}

function summary(catalog: Catalog | null, errors: number, warnings: number): string {
  const { metrics, datasets, dimensions } = sizeOf(catalog);
  const size = [
    counted(metrics, 'metric'),
    counted(datasets, 'dataset'),
    counted(dimensions, 'dimension'),
  ].join(', ');
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ];
  return `${size}: ${found.length === 0 ? 'no findings' : found.join(', ')}`;
}

function jsonOf({ catalog, diagnostics }: Findings, errors: number, warnings: number, ms: number): object {
  return { findings: diagnostics, summary: { ...sizeOf(catalog), errors, warnings, ms } };
}
