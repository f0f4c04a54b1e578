import type { Diagnostic, Span } from '../../../base/diagnostic';
import type { RawDataset, RawDefinition, RawMetric, RawSavedQuery, RawSegment, ValuePath } from '../raw';
import type { DefinitionKind, Entry } from '../read-entry';
import type { ReadFile } from '../read-file';
import type { YamlValue } from '../yaml-value';

/** Answers kept for each definition; whoever asks for more reads the file again. */
const MAX_PLACES = 200;

/** Places that were asked for, by the question in JSON. */
export type Places = Map<string, Span>;

/**
 * A definition without the syntax tree that it was read from. Where one of its parts stands is known if somebody has asked before;
 * else its file is read again.
 */
export class DetachedDefinition<T> implements RawDefinition<T> {
  constructor(
    readonly name: string,
    readonly team: string,
    readonly value: T,
    readonly at: Span,
    readonly places: Places,
    private readonly again: () => RawDefinition<T>,
  ) {}

  locate(path: ValuePath): Span {
    return this.place(['value', path], (definition) => definition.locate(path));
  }

  locateKey(path: ValuePath): Span {
    return this.place(['key', path], (definition) => definition.locateKey(path));
  }

  locateText(path: ValuePath, from: number, to: number): Span {
    return this.place(['text', path, from, to], (definition) => definition.locateText(path, from, to));
  }

  excerpt(path: ValuePath): string {
    return this.again().excerpt(path);
  }

  private place(question: readonly unknown[], find: (definition: RawDefinition<T>) => Span): Span {
    const key = JSON.stringify(question);
    const before = this.places.get(key);
    if (before) return before;
    const place = find(this.again());
    if (this.places.size < MAX_PLACES) this.places.set(key, place);
    return place;
  }
}

/** What is known of a sound definition without its file's syntax tree. */
export interface SoundEntry {
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly team: string;
  readonly at: Span;
  readonly value: unknown;
  readonly roles: Entry['roles'];
  readonly places: Places;
}

/** An entry without faults, whose `raw` is read again by who wants it. */
export class DetachedEntry implements Entry {
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly at: Span;
  readonly roles: Entry['roles'];
  readonly recovered = false;
  readonly diagnostics: readonly Diagnostic[] = [];
  readonly dataset: DetachedDefinition<RawDataset> | null;
  readonly metric: DetachedDefinition<RawMetric> | null;
  readonly segment: DetachedDefinition<RawSegment> | null;
  readonly savedQuery: DetachedDefinition<RawSavedQuery> | null;

  constructor(
    private readonly entry: SoundEntry,
    private readonly again: () => Entry,
  ) {
    const { kind, name, at, roles } = entry;
    this.kind = kind;
    this.name = name;
    this.at = at;
    this.roles = roles;
    this.dataset = this.definition('dataset', ({ dataset }) => dataset);
    this.metric = this.definition('metric', ({ metric }) => metric);
    this.segment = this.definition('segment', ({ segment }) => segment);
    this.savedQuery = this.definition('saved_query', ({ savedQuery }) => savedQuery);
  }

  get raw(): YamlValue {
    return this.again().raw;
  }

  /** The definition of whichever kind it is. */
  get detached(): DetachedDefinition<unknown> {
    return (this.dataset ?? this.metric ?? this.segment ?? this.savedQuery)!;
  }

  private definition<T>(
    kind: DefinitionKind,
    of: (entry: Entry) => RawDefinition<T> | null,
  ): DetachedDefinition<T> | null {
    const { name, team, value, at, places } = this.entry;
    if (this.kind !== kind) return null;
    // The value was given its type by the shape of this kind when it was read.
    return new DetachedDefinition(name, team, value as T, at, places, () => of(this.again())!);
  }
}

/** Reads a file again when somebody asks for more than is kept, and holds on to the result for as long as memory is plenty. */
export class Rereading {
  private last: WeakRef<ReadFile> | null;

  constructor(
    private readonly read: () => ReadFile,
    first: ReadFile | null,
  ) {
    this.last = first && new WeakRef(first);
  }

  entry(index: number): Entry {
    let file = this.last?.deref();
    if (!file) {
      file = this.read();
      this.last = new WeakRef(file);
    }
    return file.entries[index]!;
  }
}

/** The same file, its sound definitions without their syntax trees: what a server can keep from one load to the next. */
export function detach(file: ReadFile, read: () => ReadFile): ReadFile {
  const rereading = new Rereading(read, file);
  const entries = file.entries.map((entry, index): Entry => {
    const definition = entry.dataset ?? entry.metric ?? entry.segment ?? entry.savedQuery;
    if (!definition) return entry;
    const { kind, name, at, roles } = entry;
    const { team, value } = definition;
    const sound: SoundEntry = { kind, name, team, at, value, roles, places: new Map() };
    return new DetachedEntry(sound, () => rereading.entry(index));
  });
  return { entries, diagnostics: file.diagnostics };
}
