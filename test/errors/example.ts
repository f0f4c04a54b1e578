import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Code } from '../../src/base/codes';
import type { NoticeCode } from '../../src/base/notices';

const FOLDER = path.join(__dirname, 'examples');

/** What a file of `examples/` may say; README.md there explains it. */
export interface ErrorExample {
  readonly code: Code | NoticeCode;
  /** Definitions by their path. Without them the demo company is asked. */
  readonly files?: Readonly<Record<string, string>>;
  /** `null`: there is no company.yaml. */
  readonly company?: null;
  /** SQL that fills the database; the demo's otherwise. */
  readonly tables?: readonly string[];
  readonly check?: 'data';
  readonly question?: unknown;
  readonly command?: string;
  readonly graphql?: string;
  readonly variables?: object;
  readonly request?: HttpExample;
}

export interface HttpExample {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const KEYS = [
  'files',
  'company',
  'tables',
  'check',
  'question',
  'command',
  'graphql',
  'variables',
  'request',
];

/** The example of every code that has one as a file. */
export function readExamples(): ReadonlyMap<string, ErrorExample> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  return new Map(names.map((name) => [name.slice(0, -'.yaml'.length), readExample(name)]));
}

function readExample(name: string): ErrorExample {
  const example = parse(readFileSync(path.join(FOLDER, name), 'utf8')) as object;
  const unknown = Object.keys(example).filter((key) => !KEYS.includes(key));
  if (unknown.length > 0) throw new Error(`${name} has the unknown key "${unknown[0]}"`);
  return { code: name.slice(0, -'.yaml'.length) as ErrorExample['code'], ...example };
}
