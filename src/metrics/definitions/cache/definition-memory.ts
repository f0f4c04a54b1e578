import type { DefinitionFile } from '../raw';
import { type ReadFile, readDefinitionsFile } from '../read-file';
import { placeOfFile } from '../read-path';
import type { ReadCompany, ReadTeam } from '../read-settings';
import { detach } from './detached';
import { isNews, noNews, readRecord, writeRecord } from './file-record';
import { readPlain, writePlain } from './plain-data';
import { ResolutionMemory } from './resolution-memory';

/** Results of reading files of one kind, by path; with another text it is another file. */
class FileMemory<T> {
  private readonly known = new Map<string, { readonly text: string; readonly result: T; isNews: boolean }>();

  get({ path, text }: DefinitionFile): T | undefined {
    const before = this.known.get(path);
    return before?.text === text ? before.result : undefined;
  }

  set({ path, text }: DefinitionFile, result: T, isNews: boolean): T {
    this.known.set(path, { text, result, isNews });
    return result;
  }

  /** True once for a result that no record tells yet. */
  takeNews({ path }: DefinitionFile): boolean {
    const before = this.known.get(path);
    if (!before?.isNews) return false;
    before.isNews = false;
    return true;
  }

  forgetExcept(paths: ReadonlySet<string>): void {
    for (const path of this.known.keys()) if (!paths.has(path)) this.known.delete(path);
  }
}

/**
 * What earlier loads read and resolved. Reading and resolving with it give what they give without it, places and findings included,
 * and touch only what has changed. Its records carry that to another process.
 */
export class DefinitionMemory {
  readonly resolution = new ResolutionMemory();
  private readonly companies = new FileMemory<ReadCompany>();
  private readonly teams = new FileMemory<ReadTeam>();
  private readonly files = new FileMemory<ReadFile>();

  company(file: DefinitionFile, read: () => ReadCompany): ReadCompany {
    return this.companies.get(file) ?? this.companies.set(file, read(), true);
  }

  team(file: DefinitionFile, read: () => ReadTeam): ReadTeam {
    return this.teams.get(file) ?? this.teams.set(file, read(), true);
  }

  definitions(file: DefinitionFile, read: () => ReadFile): ReadFile {
    return this.files.get(file) ?? this.files.set(file, detach(read(), read), true);
  }

  knows(file: DefinitionFile): boolean {
    return [this.companies, this.teams, this.files].some((memory) => memory.get(file) !== undefined);
  }

  /** Takes in what `recordOf` gave for the very same file, by the very same code. */
  restore(file: DefinitionFile, record: string): void {
    const place = placeOfFile(file.path);
    if (place.kind === 'company') this.companies.set(file, readPlain(record) as ReadCompany, false);
    if (place.kind === 'team') this.teams.set(file, readPlain(record) as ReadTeam, false);
    if (place.kind !== 'definitions') return;
    const read = (): ReadFile => readDefinitionsFile(file, place.team, []);
    this.files.set(file, readRecord(record, read, this.resolution), false);
  }

  /** What is known of a file as text, once after it has changed; null when no record would tell more than the last one, or none can. */
  recordOf(file: DefinitionFile): string | null {
    const settings = this.companies.get(file) ?? this.teams.get(file);
    if (settings) {
      const hasNews = [this.companies, this.teams].some((memory) => memory.takeNews(file));
      return hasNews && settings.diagnostics.length === 0 ? writePlain(settings) : null;
    }
    const known = this.files.get(file);
    if (!known) return null;
    const hasNews = this.files.takeNews(file) || isNews(known, this.resolution);
    if (!hasNews) return null;
    noNews(known, this.resolution);
    return writeRecord(known, this.resolution);
  }

  /** Keeps only what is about these files. */
  forgetExcept(files: readonly DefinitionFile[]): void {
    const paths = new Set(files.map(({ path }) => path));
    for (const memory of [this.companies, this.teams, this.files]) memory.forgetExcept(paths);
  }
}
