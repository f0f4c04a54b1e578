import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const CASES = path.join(__dirname, '..', 'cases');

/** One question with all that is known about its answer, as files side by side. */
export interface CaseFolder {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** One line: what the case proves. */
  readonly about: string;
  /** The JSON of `question.json`, not yet read as a question. */
  readonly question: unknown;
  /** SQL written by hand from docs/semantics.md; null where the question is to be refused. */
  readonly check: string | null;
}

/** Cases over one small database and its definitions. */
export interface Topic {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  readonly definitions: string;
  /** DDL and inserts for DuckDB. */
  readonly data: string;
  readonly cases: readonly CaseFolder[];
}

/** Every topic under test/cases, in the order of their names. A case without its files is an error, not a skipped case. */
export function readTopics(): readonly Topic[] {
  const topics = foldersIn(CASES).filter((name) => existsSync(path.join(CASES, name, 'definitions')));
  return topics.map((name) => {
    const folder = path.join(CASES, name);
    const cases = foldersIn(folder).filter((child) => child !== 'definitions');
    return {
      name,
      folder,
      definitions: path.join(folder, 'definitions'),
      data: readFileSync(path.join(folder, 'data.sql'), 'utf8'),
      cases: cases.map((child) => readCase(child, path.join(folder, child))),
    };
  });
}

function readCase(name: string, folder: string): CaseFolder {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  return {
    name,
    folder,
    about: read('about.txt').trim(),
    question: JSON.parse(read('question.json')),
    check: existsSync(path.join(folder, 'check.sql')) ? read('check.sql') : null,
  };
}

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
