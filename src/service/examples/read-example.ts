import { nearest } from '../../base/did-you-mean';
import type { RawExample, ValuePath } from '../../metrics/definitions/raw';
import type { Example, ExampleRow, ExampleScope } from './example';
import { readAnswer, readBy } from './read-answer';
import { readRows } from './read-rows';

const OWN_KEYS = ['story', 'by', 'answer'];

/** Reads one example against the catalog; null when anything is wrong with it, all of which is reported. */
export function readExample(raw: RawExample, index: number, scope: ExampleScope): Example | null {
  const at: ValuePath = ['examples', index];
  const story = readStory(raw, at, scope);
  const by = readBy(raw['by'], [...at, 'by'], scope);
  const answer = by && readAnswerOf(raw, by, at, scope);
  const rows = new Map<string, readonly ExampleRow[]>();
  let sound = true;
  for (const [name, value] of Object.entries(raw)) {
    if (OWN_KEYS.includes(name)) continue;
    const dataset = scope.catalog.datasets.get(name);
    if (!dataset) reportUnknownDataset(name, [...at, name], scope);
    const read = dataset && readRows(value, dataset, [...at, name], scope);
    if (read) rows.set(name, read);
    else sound = false;
  }
  return sound && story !== null && by && answer ? { index, story, rows, by, answer } : null;
}

function readStory(raw: RawExample, at: ValuePath, scope: ExampleScope): string | null {
  const story = raw['story'];
  if (typeof story === 'string' && story.trim() !== '') return story;
  const hint = 'say in a few words what the rows are: story: a paid order and a test order';
  if (Object.hasOwn(raw, 'story'))
    scope.report('EXAMPLE.INVALID', [...at, 'story'], 'The story of an example must be a text.', { hint });
  else scope.report('SHAPE.MISSING_KEY', at, 'The example lacks the key "story".', { hint });
  return null;
}

function readAnswerOf(
  raw: RawExample,
  by: Example['by'],
  at: ValuePath,
  scope: ExampleScope,
): Example['answer'] | null {
  if (Object.hasOwn(raw, 'answer')) return readAnswer(raw['answer'], by, [...at, 'answer'], scope);
  scope.report('SHAPE.MISSING_KEY', at, 'The example lacks the key "answer".', {
    hint: `write the value of ${scope.metric.name} over these rows: answer: 100`,
  });
  return null;
}

function reportUnknownDataset(name: string, at: ValuePath, scope: ExampleScope): void {
  const { datasets, roles, broken } = scope.catalog;
  if (broken.has(`dataset ${name}`)) {
    scope.report('REFERENCE.BROKEN', at, `The dataset "${name}" is itself broken.`, { key: true });
    return;
  }
  const role = roles.get(name);
  const [near] = nearest(name, [...OWN_KEYS, ...datasets.keys()], 1);
  const hint = role ? `write ${role}:` : near ? `did you mean "${near}"?` : undefined;
  const message = role
    ? `"${name}" is a role; its rows are those of the dataset "${role}".`
    : `The example gives rows of "${name}", which is no dataset.`;
  scope.report('REFERENCE.UNKNOWN_DATASET', at, message, { key: true, hint });
}
