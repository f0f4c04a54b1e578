import type { Stats } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../base/diagnostic';
import { Failure } from '../base/failure';
import { formatFile } from '../metrics/definitions/format/format-file';
import type { DefinitionFile } from '../metrics/definitions/raw';
import { loadDefinitionFiles } from './definition-files';

export interface FormattedDefinition {
  /** Absolute. */
  readonly path: string;
  /** The text before. */
  readonly text: string;
  /** `left` = its YAML cannot be read, so it stays as it is. */
  readonly outcome: 'same' | 'changed' | 'left';
}

export interface FormatReport {
  readonly files: readonly FormattedDefinition[];
  /** Why files were left, and which could not be read; `at.file` is an absolute path. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface FormatOptions {
  /** Absolute paths of definitions' folders, folders in them, or files. */
  readonly paths: readonly string[];
  /** False only tells what would change. */
  readonly write: boolean;
}

/**
 * Gives definitions their one form; a file that changes is written over, line ends and byte order mark kept.
 * @throws Failure USAGE.INVALID for a folder that holds no definitions, ENVIRONMENT.FILE for what cannot be read or written.
 */
export async function formatDefinitions({ paths, write }: FormatOptions): Promise<FormatReport> {
  const files = new Map<string, FormattedDefinition>();
  const diagnostics = new Set<Diagnostic>();
  for (const given of paths) {
    const found = await filesAt(given);
    for (const diagnostic of found.diagnostics) diagnostics.add(diagnostic);
    for (const { root, file } of found.files) {
      const target = path.join(root, ...file.path.split('/'));
      if (files.has(target)) continue;
      const formatted = formatFile(file);
      for (const diagnostic of formatted.diagnostics) diagnostics.add(movedTo(target, diagnostic));
      const changed = formatted.text !== file.text;
      const outcome = formatted.diagnostics.length > 0 ? 'left' : changed ? 'changed' : 'same';
      files.set(target, { path: target, text: file.text, outcome });
      if (write && changed) await onDisk(target, () => writeFile(target, formatted.text));
    }
  }
  return { files: [...files.values()], diagnostics: [...diagnostics] };
}

interface Found {
  /** Paths of files are relative to their root. */
  readonly files: readonly { readonly root: string; readonly file: DefinitionFile }[];
  readonly diagnostics: readonly Diagnostic[];
}

async function filesAt(given: string): Promise<Found> {
  const stats = await onDisk(given, () => stat(given));
  return stats.isDirectory() ? folderAt(given) : fileAt(given, stats);
}

/** A definitions' folder, or one inside it. */
async function folderAt(folder: string): Promise<Found> {
  const root = await rootAbove(folder);
  if (root === null) {
    throw new Failure('USAGE.INVALID', `"${folder}" is no folder of definitions: there is no company.yaml.`, {
      hint: 'name the folder that holds company.yaml, a team folder in it, or a file',
    });
  }
  const { files, diagnostics } = await loadDefinitionFiles(root);
  const isInside = (file: string): boolean => {
    const relative = path.relative(folder, path.join(root, ...file.split('/')));
    return !relative.startsWith('..');
  };
  return {
    files: files.filter((file) => isInside(file.path)).map((file) => ({ root, file })),
    diagnostics: diagnostics
      .filter(({ at }) => isInside(at.file))
      .map((diagnostic) => movedTo(path.join(root, ...diagnostic.at.file.split('/')), diagnostic)),
  };
}

async function rootAbove(folder: string): Promise<string | null> {
  for (const candidate of [folder, path.dirname(folder)]) {
    for (const name of ['company.yaml', 'company.yml']) {
      const isThere = await stat(path.join(candidate, name)).then(
        (stats) => stats.isFile(),
        () => false,
      );
      if (isThere) return candidate;
    }
  }
  return null;
}

/** One file that was named; a company.yaml or team.yaml is known by its name, everything else holds definitions. */
async function fileAt(given: string, stats: Stats): Promise<Found> {
  if (!/\.ya?ml$/.test(given) || !stats.isFile()) {
    throw new Failure('USAGE.INVALID', `"${given}" is no file of definitions.`, {
      hint: 'their names end in .yaml or .yml',
    });
  }
  const bytes = await onDisk(given, () => readFile(given));
  const text = await onDisk(given, async () =>
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
  );
  const name = path.basename(given);
  const isCompany = /^company\.ya?ml$/.test(name);
  const root = isCompany ? path.dirname(given) : path.dirname(path.dirname(given));
  const file = { path: path.relative(root, given).split(path.sep).join('/'), text };
  return { files: [{ root, file }], diagnostics: [] };
}

/** All places of these findings are in the one file that they are about. */
const movedTo = (file: string, diagnostic: Diagnostic): Diagnostic => ({
  ...diagnostic,
  at: { ...diagnostic.at, file },
  ...(diagnostic.related && {
    related: diagnostic.related.map(({ message, at }) => ({ message, at: { ...at, file } })),
  }),
});

async function onDisk<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Failure('ENVIRONMENT.FILE', `"${file}" cannot be read or written: ${reason}`, {
      family: 'environment',
      hint: 'check the path and the permissions',
      cause,
    });
  }
}
