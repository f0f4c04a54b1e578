/** The grains of time, finest first. Day and coarser are local dates, finer ones instants (semantics 24). */
export const GRAINS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

export const isGrain = (name: string): name is Grain => (GRAINS as readonly string[]).includes(name);
/** Grains whose buckets are instants. */
export type FineGrain = Extract<Grain, 'second' | 'minute' | 'hour'>;
export const isFinerThanDay = (grain: Grain): grain is FineGrain =>
  GRAINS.indexOf(grain) < GRAINS.indexOf('day');
