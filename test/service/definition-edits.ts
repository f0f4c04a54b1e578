import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DefinitionFile } from '../../src/metrics/definitions/raw';

/** Definitions that use what the demo does not: roles, several hops, `per`, segments, warnings, a query, circles, a duplicate. */
const MORE: readonly DefinitionFile[] = [
  { path: 'lab/team.yaml', text: 'version: 1\nlabel: Laboratory\nowner: lab@example.com\n' },
  {
    path: 'lab/places.yaml',
    text: `version: 1
datasets:
  regions:
    table: lab.regions
    key: region_id
    columns: { region_id: bigint, name: string, code: integer }
    dimensions:
      name: { description: Its name }
  places:
    table: lab.places
    key: place_id
    columns: { place_id: bigint, region_id: bigint, name: string, opened: date }
    joins: { regions: { to: regions, by: region_id } }
    dimensions:
      name: { description: Its name }
      old: { description: Opened long ago, formula: "opened < '2000-01-01'" }
`,
  },
  {
    path: 'lab/visits.yaml',
    text: `version: 1
datasets:
  visits:
    query: select visit_id, place_id, home_id, region_id, at, seen, cost, score from lab.visits
    key: visit_id
    time: at
    columns: { visit_id: bigint, place_id: bigint, home_id: bigint, region_id: bigint, at: timestamptz, seen: date, cost: 'decimal(12,2)', score: double }
    joins:
      places: { to: places, by: place_id }
      home: { to: places, by: home_id }
      regions: { to: regions, by: region_id }
    via: { regions: places }
    dimensions:
      dear: { description: Costs much, formula: cost >= 100 }
`,
  },
  {
    path: 'lab/metrics.yaml',
    text: `version: 1
metrics:
  visits_made: { formula: count(visits), empty: 0 }
  visit_cost: { formula: sum(visits.cost), where: not visits.dear, time: visits.at }
  near_home: { formula: count(visits) filter (where visits.places.name = home.name) }
  in_the_north: { formula: count(visits) filter (where regions.name = 'north') }
  in_old_places: { formula: count(visits), where: places.old }
  first_seen: { formula: count(visits), time: places.opened }
`,
  },
  {
    path: 'lab/derived.yaml',
    text: `version: 1
metrics:
  cost_per_visit: { formula: visit_cost / visits_made }
  half_cost_per_visit: { formula: cost_per_visit / 2 }
  again_and_again: { formula: count(visits), where: "per(visits, visits_made) > 1" }
  loyal: { formula: count(visits), where: "per(places, visit_cost) > 10" }
  mixed: { formula: "visit_cost + sum(visits.cost) filter (where visits.score > 0.5)" }
  two_times: { formula: first_seen + visits_made }
segments:
  busy: { of: places, where: "per(places, visits_made) >= 5" }
`,
  },
  {
    path: 'lab/broken.yaml',
    text: `version: 1
metrics:
  round: { formula: about + 1 }
  about: { formula: again * 2 }
  again: { formula: round - 1 }
  leaning: { formula: visits_made + about }
  visits_made: { formula: count(visits) }
  no_such: { formula: sum(visits.prize) }
`,
  },
];

/** What may be written in two ways, each of which changes what other files mean. */
const SWITCHES: readonly (readonly [string, string])[] = [
  ['formula: cost >= 100', 'formula: cost * 2'],
  ["cost: 'decimal(12,2)'", 'cost: double'],
  ['cost: double', 'cost: string'],
  ['    time: at\n', '    time: seen\n'],
  ['    time: at\n', '\n'],
  ['    key: place_id\n', '\n'],
  ['    key: place_id\n', '    key: region_id\n'],
  ['    key: visit_id\n', '\n'],
  ['    key: place_id\n', '    key: [place_id, region_id]\n'],
  ['{ place_id: bigint, region', '{ place_id: string, region'],
  // Two ways to the regions, and the choice of one of them.
  ['    via: { regions: places }\n', '\n'],
  ['via: { regions: places }', 'via: { regions: regions }'],
  ['      regions: { to: regions, by: region_id }\n    via: { regions: places }\n', '\n'],
  ['    joins: { regions: { to: regions, by: region_id } }\n', '\n'],
  ['home: { to: places', 'home: { to: regions'],
  ['      home: { to', '      cottage: { to'],
  ['name: { description: Its name }', 'name: { formula: region_id }'],
  ['old: { description: Opened long ago, formula: "opened < \'2000-01-01\'" }', 'old: { formula: nonsense }'],
  ['opened: date', 'opened: string'],
  ['sum(visits.cost), where', 'max(visits.cost), where'],
  ['count(visits), empty: 0', 'count(visits), empty: null'],
  ['count(visits), empty: 0', 'cost_per_visit'],
  ['query: select visit_id', 'query: delete visit_id'],
  ['  visits:\n', '  tours:\n'],
  ['again: { formula: round - 1 }', 'again: { formula: count(visits) }'],
  ['version: 1', 'version: 2'],
];

/** The laboratory alone: small, and all of it hangs together. */
export const LABORATORY: readonly DefinitionFile[] = [
  { path: 'company.yaml', text: 'version: 1\nname: Laboratory\nzone: Europe/London\n' },
  ...MORE,
];

/** The demo company, and the laboratory with it. */
export function demoAndLaboratory(): readonly DefinitionFile[] {
  const root = path.join(__dirname, '../../definitions');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({
      path: file.replaceAll(path.sep, '/'),
      text: readFileSync(path.join(root, file), 'utf8'),
    }));
  return [...files, ...MORE];
}

/** An edit as numbers, each taken modulo what there is to choose from. */
export interface Edit {
  readonly kind: number;
  readonly file: number;
  readonly place: number;
  readonly other: number;
}

/** Words that change what a formula means, or what it is. */
const WORDS = [
  'count',
  'sum',
  'orders',
  'visits',
  'places',
  'cost',
  'bigint',
  'string',
  'visit_cost',
  'home',
  'x',
  '0',
  'null',
];

type Change = (
  file: DefinitionFile,
  edit: Edit,
  files: readonly DefinitionFile[],
) => readonly DefinitionFile[];

const withText = (file: DefinitionFile, text: string): readonly DefinitionFile[] => [{ ...file, text }];
const linesOf = (file: DefinitionFile): string[] => file.text.split('\n');
const pick = <T>(items: readonly T[], number: number): T | undefined =>
  items[number % Math.max(1, items.length)];

/** The words of a text with where they begin. */
const wordsOf = (text: string): readonly RegExpExecArray[] => [...text.matchAll(/[A-Za-z_0-9.']+/g)];

function replaceWord(file: DefinitionFile, place: number, word: string): readonly DefinitionFile[] {
  const found = pick(wordsOf(file.text), place);
  if (!found) return [file];
  const end = found.index + found[0].length;
  return withText(file, file.text.slice(0, found.index) + word + file.text.slice(end));
}

/** One of the switches that stand in the files, the other way round. */
function switched(files: readonly DefinitionFile[], place: number): readonly DefinitionFile[] {
  const found = files.flatMap((file) =>
    SWITCHES.flatMap(([a, b]) => (b.trim() === '' ? [[a, b] as const] : [[a, b] as const, [b, a] as const]))
      .filter(([from]) => file.text.includes(from))
      .map(([from, to]) => ({ file, text: file.text.replace(from, to) })),
  );
  const one = pick(found, place);
  return one ? files.map((file) => (file === one.file ? { ...file, text: one.text } : file)) : files;
}

const CHANGES: readonly Change[] = [
  // Everything below moves: places must follow.
  (file) => withText(file, `# a comment\n${file.text}`),
  (file, { place }) => {
    const lines = linesOf(file);
    return withText(file, lines.toSpliced(place % lines.length, 1).join('\n'));
  },
  (file, { place }) => {
    const lines = linesOf(file);
    return withText(file, lines.toSpliced(place % lines.length, 0, lines[place % lines.length]!).join('\n'));
  },
  (file, { place, other }) => replaceWord(file, place, pick(WORDS, other)!),
  (file, { place, other }, files) => {
    const words = files.flatMap(({ text }) => wordsOf(text));
    return replaceWord(file, place, pick(words, other)?.[0] ?? 'x');
  },
  // A letter more: most often a name that is no longer what others call it.
  (file, { place }) => {
    const found = pick(wordsOf(file.text), place);
    return found
      ? withText(file, `${file.text.slice(0, found.index)}z${file.text.slice(found.index)}`)
      : [file];
  },
  (file, { place }) =>
    withText(
      file,
      file.text.replace(/: /g, (sign, at: number) => (at % 97 === place % 97 ? ':  ' : sign)),
    ),
  // Gone, and under another name: order, team and duplicates change.
  () => [],
  (file, { other }) => [
    { ...file, path: file.path.replace(/[^/]+$/, (name) => `${'abz'[other % 3]}_${name}`) },
  ],
  (file, { other }) => [
    file,
    { ...file, path: file.path.replace(/[^/]+$/, (name) => `${'az'[other % 2]}${name}`) },
  ],
  (file, { other }) => [{ ...file, path: file.path.replace(/^[^/]+\//, other % 2 ? 'A Folder/' : 'team/') }],
  (file) => withText(file, ''),
];

/** The files after an edit; every other one is a switch, a few go back to the start. */
export function edited(
  files: readonly DefinitionFile[],
  edit: Edit,
  start: readonly DefinitionFile[],
): readonly DefinitionFile[] {
  if (edit.kind % 2 === 0) return switched(files, edit.place);
  const change = CHANGES[(edit.kind >> 1) % (CHANGES.length + 1)];
  const file = pick(files, edit.file);
  if (!change || !file) return start;
  const changed = files.flatMap((each) => (each === file ? change(file, edit, files) : [each]));
  // In a folder, a path is there once.
  return [...new Map(changed.map((each) => [each.path, each])).values()];
}
