import type { Span } from '../../../base/diagnostic';
import type { Dimension, Metric, Segment } from '../../model/catalog';
import { deepFreeze } from '../deep-freeze';
import type { ReadFile } from '../read-file';
import { digestOf, rememberDigest } from '../version';
import { DetachedEntry, Rereading, type SoundEntry } from './detached';
import type { Kept } from './kept';
import { readPlain, writePlain } from './plain-data';
import type { ResolutionMemory } from './resolution-memory';

/** What resolving made of an entry, by its kind; null when it is not sound. */
interface KeptEntry {
  readonly dimensions: readonly (readonly [string, Dimension])[] | null;
  readonly metric: Kept<Metric> | null;
  readonly segment: Kept<Segment> | null;
  /** Of the metric or segment. */
  readonly digest: string | null;
}

interface EntryRecord extends Omit<SoundEntry, 'places'>, KeptEntry {
  readonly places: readonly (readonly [string, Span])[];
}

const isDetached = (entry: ReadFile['entries'][number]): entry is DetachedEntry =>
  entry instanceof DetachedEntry;

/** The file as text, with what resolving made of it; null for a file with a fault, which is read anew each time. */
export function writeRecord(file: ReadFile, memory: ResolutionMemory): string | null {
  if (file.diagnostics.length > 0 || !file.entries.every(isDetached)) return null;
  return writePlain(
    file.entries.map((entry): EntryRecord => {
      const { kind, name, at, roles } = entry;
      const { team, value, places } = entry.detached;
      return { kind, name, at, roles, team, value, places: [...places], ...keptOf(entry, memory) };
    }),
  );
}

function keptOf(entry: DetachedEntry, memory: ResolutionMemory): KeptEntry {
  const dimensions = entry.dataset && memory.dimensions.get(entry.dataset);
  const metric = (entry.metric && memory.metrics.get(entry.metric)) ?? null;
  const segment = (entry.segment && memory.segments.get(entry.segment)) ?? null;
  const value = (metric ?? segment)?.value;
  return {
    dimensions: dimensions ? [...dimensions] : null,
    metric,
    segment,
    digest: value ? digestOf(value) : null,
  };
}

/** Whether resolving has made something of the file that no record tells yet. */
export function isNews(file: ReadFile, { dimensions, metrics, segments }: ResolutionMemory): boolean {
  return file.entries.some(
    ({ dataset, metric, segment }) =>
      (dataset && dimensions.isNews(dataset)) ||
      (metric && metrics.isNews(metric)) ||
      (segment && segments.isNews(segment)),
  );
}

/** Everything about the file is written down. */
export function noNews(file: ReadFile, { dimensions, metrics, segments }: ResolutionMemory): void {
  for (const { dataset, metric, segment } of file.entries) {
    if (dataset) dimensions.noNews(dataset);
    if (metric) metrics.noNews(metric);
    if (segment) segments.noNews(segment);
  }
}

/**
 * The file that a record was made of, and into `memory` what resolving made of it.
 *
 * @param text what `writeRecord` gave for the very same text of the file, by the very same code.
 * @param read reads the file itself, for what the record does not hold.
 */
export function readRecord(text: string, read: () => ReadFile, memory: ResolutionMemory): ReadFile {
  const rereading = new Rereading(read, null);
  const records = readPlain(text) as readonly EntryRecord[];
  const entries = records.map((record, index) => {
    const { kind, name, team, at, value, roles } = record;
    const sound: SoundEntry = { kind, name, team, at, value, roles, places: new Map(record.places) };
    const entry = new DetachedEntry(sound, () => rereading.entry(index));
    restore(entry, record, memory);
    return entry;
  });
  return { entries, diagnostics: [] };
}

function restore(entry: DetachedEntry, kept: KeptEntry, memory: ResolutionMemory): void {
  if (entry.dataset && kept.dimensions) memory.dimensions.restore(entry.dataset, new Map(kept.dimensions));
  if (entry.metric && kept.metric) memory.metrics.restore(entry.metric, kept.metric);
  if (entry.segment && kept.segment) memory.segments.restore(entry.segment, kept.segment);
  const value = (kept.metric ?? kept.segment)?.value;
  if (value && kept.digest !== null) rememberDigest(deepFreeze(value), kept.digest);
}
