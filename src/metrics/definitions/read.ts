import type { Diagnostic, Span } from '../../base/diagnostic';
import type { Company, Team } from '../model/catalog';
import type { DefinitionMemory } from './cache/definition-memory';
import type { BrokenDefinition, DefinitionFile, RawCatalog } from './raw';
import type { Entry } from './read-entry';
import { type ReadFile, readDefinitionsFile } from './read-file';
import { uniqueNameFindings } from './read-names';
import { compareCodePoints, type FilePlace, placeOfFile } from './read-path';
import { type ReadCompany, type ReadTeam, readCompany, readTeam } from './read-settings';
import { nameFault } from './shapes/names';
import { teamOf } from './shapes/team';

/** Larger files are not parsed; in UTF-16 units here, in bytes where files are loaded. */
export const MAX_FILE_SIZE = 1024 * 1024;

const startOf = (file: string): Span => ({
  file,
  start: { line: 1, column: 1 },
  end: { line: 1, column: 1 },
});

const atStart = (
  file: string,
  rest: Omit<Diagnostic, 'at' | 'severity'>,
  severity: Diagnostic['severity'] = 'error',
): Diagnostic => ({
  ...rest,
  severity,
  at: startOf(file),
});

/** What the reading of all files gathers. */
class Reading {
  company: Company | null = null;
  hasCompany = false;
  readonly teams = new Map<string, Team>();
  readonly entries: Entry[] = [];
  readonly diagnostics = new Set<Diagnostic>();
  private readonly teamFaults = new Map<string, readonly Diagnostic[]>();
  private readonly teamFiles = new Set<string>();

  constructor(private readonly memory: DefinitionMemory | null) {}

  read(file: DefinitionFile): void {
    const place = placeOfFile(file.path);
    if (place.kind === 'unexpected') {
      const message = `"${file.path}" is not read. ${place.reason}.`;
      this.add([atStart(file.path, { code: 'FILE.UNEXPECTED', message }, 'warning')]);
    } else if (file.text.length > MAX_FILE_SIZE) {
      const message = `"${file.path}" has more than ${MAX_FILE_SIZE} characters and is not read.`;
      this.add([
        atStart(file.path, {
          code: 'FILE.TOO_LARGE',
          message,
          hint: 'split it into several files of the same folder',
        }),
      ]);
    } else {
      this.readPlace(file, place);
    }
  }

  add(diagnostics: Iterable<Diagnostic>): void {
    for (const diagnostic of diagnostics) this.diagnostics.add(diagnostic);
  }

  private readPlace(file: DefinitionFile, place: Exclude<FilePlace, { kind: 'unexpected' }>): void {
    if (place.kind === 'company') {
      this.readCompany(file);
      return;
    }
    const { team } = place;
    if (!this.teams.has(team)) this.openTeam(team, file);
    if (place.kind === 'team') {
      this.readTeam(file, team);
      return;
    }
    const { entries, diagnostics } = this.readDefinitions(file, team);
    for (const entry of entries) this.entries.push(entry);
    this.add(diagnostics);
  }

  private readDefinitions(file: DefinitionFile, team: string): ReadFile {
    const faults = this.teamFaults.get(team);
    // What the folder breaks is nothing that the file's text could tell.
    if (faults) return readDefinitionsFile(file, team, faults);
    const read = (): ReadFile => readDefinitionsFile(file, team, []);
    return this.memory?.definitions(file, read) ?? read();
  }

  private readCompany(file: DefinitionFile): void {
    if (this.hasCompany) {
      this.refuseSecond(file);
      return;
    }
    this.hasCompany = true;
    const read = (): ReadCompany => readCompany(file);
    const { company, diagnostics } = this.memory?.company(file, read) ?? read();
    this.company = company;
    this.add(diagnostics);
  }

  /** A folder becomes a team with its first file; a wrong name breaks what is in it, because names of teams are names too. */
  private openTeam(team: string, file: DefinitionFile): void {
    this.teams.set(team, teamOf(team, null));
    const fault = nameFault(team, 'team');
    if (!fault) return;
    const diagnostic = atStart(file.path, {
      code: 'NAME.INVALID',
      message: fault.message,
      hint: `rename the folder: ${fault.hint}`,
    });
    this.teamFaults.set(team, [diagnostic]);
    this.add([diagnostic]);
  }

  private readTeam(file: DefinitionFile, name: string): void {
    if (this.teamFiles.has(name)) {
      this.refuseSecond(file);
      return;
    }
    this.teamFiles.add(name);
    const read = (): ReadTeam => readTeam(file, name);
    const { team, diagnostics } = this.memory?.team(file, read) ?? read();
    this.teams.set(name, team);
    this.add(diagnostics);
  }

  private refuseSecond(file: DefinitionFile): void {
    const message = `"${file.path}" is not read: there is a file of the same meaning beside it.`;
    this.add([atStart(file.path, { code: 'FILE.UNEXPECTED', message, hint: 'keep one of the two' })]);
  }
}

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  compareCodePoints(a.at.file, b.at.file) ||
  a.at.start.line - b.at.start.line ||
  a.at.start.column - b.at.start.column;

const brokenOf = (entry: Entry, diagnostics: readonly Diagnostic[]): BrokenDefinition => {
  const { kind, name, at, raw } = entry;
  return { kind, name, at, diagnostics, value: raw };
};

/**
 * Reads the files of a definitions folder, in any order, into shapes with positions. Never throws and never stops at the
 * first fault: each one is a diagnostic, and breaks the one definition that it is in. Names are not resolved here.
 *
 * @param memory spares what an earlier load has read; the result is the same without it.
 */
export function readDefinitions(
  files: readonly DefinitionFile[],
  memory: DefinitionMemory | null = null,
): RawCatalog {
  const reading = new Reading(memory);
  for (const file of [...files].sort((a, b) => compareCodePoints(a.path, b.path))) reading.read(file);
  if (!reading.hasCompany) {
    const message = 'There is no company.yaml at the root of the definitions.';
    reading.add([
      atStart('company.yaml', {
        code: 'COMPANY.MISSING',
        message,
        hint: 'create it with one line: zone: Europe/London',
      }),
    ]);
  }
  const duplicates = uniqueNameFindings(reading.entries);
  const broken: BrokenDefinition[] = [];
  const sound: Entry[] = [];
  for (const entry of reading.entries) {
    const duplicate = duplicates.get(entry) ?? [];
    if (entry.diagnostics.length === 0 && duplicate.length === 0) {
      sound.push(entry);
      continue;
    }
    const diagnostics = [...entry.diagnostics, ...duplicate];
    reading.add(diagnostics);
    broken.push(brokenOf(entry, diagnostics));
  }
  // A repeated name is not broken: the first of the two answers for it.
  const alive = new Set(broken.length > 0 ? sound.map(({ kind, name }) => `${kind} ${name}`) : []);
  return {
    company: reading.company,
    teams: reading.teams,
    datasets: sound.flatMap(({ dataset }) => dataset ?? []),
    metrics: sound.flatMap(({ metric }) => metric ?? []),
    segments: sound.flatMap(({ segment }) => segment ?? []),
    savedQueries: sound.flatMap(({ savedQuery }) => savedQuery ?? []),
    broken: broken.filter(({ kind, name }) => !alive.has(`${kind} ${name}`)),
    diagnostics: [...reading.diagnostics].sort(byPlace),
  };
}
