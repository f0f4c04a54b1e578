export type NamedKind = 'metric' | 'dataset' | 'segment' | 'saved_query' | 'dimension' | 'join' | 'team';

export const MAX_NAME_LENGTH = 63;

const NAME = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

/** Words that PostgreSQL's grammar, which parses formulas, does not take for a name. */
const GRAMMAR_WORDS = `
  all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
  concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp
  current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having
  ilike in initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not
  notnull null offset on only or order outer overlaps placing primary references returning right select session_user similar
  some symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when where window
  with`;

/** Words with a meaning of their own in formulas and questions. */
const LANGUAGE_WORDS = `
  time now row coalesce between exists interval
  sum count avg min max median percentile stddev variance approx_count_distinct
  shift rolling running to_date at_start closing opening share total per mean_over_days`;

/** Names that no definition may have. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  `${GRAMMAR_WORDS} ${LANGUAGE_WORDS}`.trim().split(/\s+/),
);

/** The nearest legal name: `Net Revenue` and `netRevenue` become `net_revenue`. Empty when nothing is left of it. */
function legalName(name: string, kind: NamedKind): string {
  const words = name
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  if (words === '') return '';
  const started = /^[a-z]/.test(words) ? words : `${kind}_${words}`;
  const free = RESERVED_WORDS.has(started) ? `${started}_${kind}` : started;
  return free.slice(0, MAX_NAME_LENGTH).replace(/_+$/, '');
}

export const KIND_PLURALS: Readonly<Record<NamedKind, string>> = {
  metric: 'metrics',
  dataset: 'datasets',
  segment: 'segments',
  saved_query: 'saved queries',
  dimension: 'dimensions',
  join: 'joins',
  team: 'teams',
};

function reasonAgainst(name: string): string | null {
  if (RESERVED_WORDS.has(name)) return 'is a word of the formula language';
  if (name.length > MAX_NAME_LENGTH) return `is longer than ${MAX_NAME_LENGTH} characters`;
  return NAME.test(name) ? null : 'is not snake_case';
}

/** What is wrong with a name, and the nearest legal one as hint; null when it is legal. */
export function nameFault(
  name: string,
  kind: NamedKind,
): { readonly message: string; readonly hint: string } | null {
  const reason = reasonAgainst(name);
  if (reason === null) return null;
  const suggestion = legalName(name, kind);
  const rule = `names of ${KIND_PLURALS[kind]} are lower-case words joined by single underscores`;
  const shown = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  return {
    message: `The ${kind.replace('_', ' ')} name "${shown}" ${reason}.`,
    hint: suggestion === '' ? rule : `write "${suggestion}"; ${rule}`,
  };
}
