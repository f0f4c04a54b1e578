import { assertNever } from '../../base/assert-never';
import type { Catalog } from '../../metrics/model/catalog';
import type { LiveEvent } from '../../service/live/live-tenet';
import type { Log } from './log';

/** Broken definitions that one line names. */
const MOST = 20;

/** What a catalog serves, and what is broken in it, with places and codes; messages quote what users wrote and stay out. */
export function catalogState({ version, metrics, datasets, segments, broken, lastGood }: Catalog): object {
  return {
    version,
    metrics: metrics.size,
    datasets: datasets.size,
    segments: segments.size,
    brokenCount: broken.size,
    broken: [...broken].slice(0, MOST).map(([definition, [first]]) => ({
      definition,
      servedAsLastSound: lastGood?.versions.has(definition) ?? false,
      code: first?.code,
      at: first && `${first.at.file}:${first.at.start.line}:${first.at.start.column}`,
    })),
  };
}

/** A line for each change; a warning where something is broken or refused. */
export function logChange(log: Log, event: LiveEvent): void {
  switch (event.kind) {
    case 'definitions': {
      const { catalog } = event.tenet;
      log[catalog.broken.size > 0 ? 'warn' : 'info'](
        { ms: event.ms, catalog: catalogState(catalog) },
        'definitions live',
      );
      return;
    }
    case 'database':
      log.info('database replaced');
      return;
    case 'refused': {
      const { code, message } = event.failure;
      log.warn({ change: event.change, code, reason: message }, 'change refused');
      return;
    }
    default:
      assertNever(event);
  }
}
