import type { z } from 'zod';
import type { Code } from '../../../base/codes';
import { nearest } from '../../../base/did-you-mean';
import type { ValuePath } from '../raw';
import { AmbiguousWord, isMapping, type YamlValue } from '../yaml-value';
import type { FaultParams } from './values';

/** What is wrong with the shape of a definition, by path; the reader of the file turns paths into places. */
export interface ShapeFinding {
  readonly code: Code;
  readonly message: string;
  readonly path: ValuePath;
  /** The fault is in the key at `path`, not in its value. */
  readonly atKey: boolean;
  readonly hint?: string | undefined;
}

/** The keys that a shape knows: its own, and those of the mappings inside it. */
export interface KnownKeys {
  readonly own: readonly string[];
  /** One level down, `limits`, or two, `joins.customers`. */
  readonly nested: Readonly<Record<string, readonly string[]>>;
}

export interface ShapeSubject {
  /** How sentences name it: `Metric "net_revenue"`. */
  readonly title: string;
  readonly value: YamlValue;
  readonly keys: KnownKeys;
  /** The text at a path as the author wrote it. */
  readonly excerpt: (path: ValuePath) => string;
  /** How to come by a key that is missing, by its quoted path, `"columns"`. */
  readonly missingHints?: Readonly<Record<string, string>>;
}

/** Per definition; a hostile file could make a finding every few bytes. */
export const MAX_FINDINGS = 50;

const ABSENT = Symbol('absent');

/** The value at a path; a short form stands for all of its long form. */
function valueAt(value: YamlValue, path: ValuePath): YamlValue | typeof ABSENT {
  let at: YamlValue = value;
  for (const step of path) {
    if (Array.isArray(at)) at = at[Number(step)] ?? null;
    else if (isMapping(at)) {
      if (!Object.hasOwn(at, step)) return ABSENT;
      at = at[step] ?? null;
    } else return at;
  }
  return at;
}

/** `"joins.customers.to"`, or a position in a list: `"key" item 2`. */
function pathName(path: ValuePath): string {
  const names = path.filter((step) => typeof step === 'string');
  const last = path.at(-1);
  return `"${names.join('.')}"${typeof last === 'number' ? ` item ${last + 1}` : ''}`;
}

function describe(value: YamlValue, excerpt: string): string {
  if (value instanceof AmbiguousWord)
    return `the word ${value.word}, which some readers of YAML take for true or false`;
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return `the number ${excerpt}`;
  if (typeof value === 'boolean') return `the truth value ${excerpt}`;
  return typeof value === 'string'
    ? `the text "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`
    : 'a mapping';
}

function hintFor(value: YamlValue, excerpt: string, expected: string): string | undefined {
  const isText = expected.startsWith('text') || expected.startsWith('a text');
  if (isText && value !== null && typeof value !== 'object') return `put it in quotes: "${excerpt}"`;
  if (value instanceof AmbiguousWord) return `put it in quotes: "${value.word}"`;
  return value === null ? 'write a value, or remove the key' : undefined;
}

function unknownKey(subject: ShapeSubject, path: ValuePath, key: string): ShapeFinding {
  const legal = (path.length === 0 ? subject.keys.own : subject.keys.nested[String(path[0])]) ?? [];
  const [near] = nearest(key, legal, 1);
  const list = `keys are ${legal.join(', ')}`;
  const where = path.length === 0 ? '' : ` in ${pathName(path)}`;
  return {
    code: 'SHAPE.UNKNOWN_KEY',
    message: `${subject.title} has no key "${key}"${where}.`,
    path: [...path, key],
    atKey: true,
    hint: near === undefined ? list : `did you mean "${near}"? ${list}`,
  };
}

function missingKey(subject: ShapeSubject, path: ValuePath): ShapeFinding {
  const around = path.slice(0, -1);
  const where = around.length === 0 ? subject.title : `${subject.title}: ${pathName(around)}`;
  const hint = subject.missingHints?.[pathName(path)];
  return {
    code: 'SHAPE.MISSING_KEY',
    message: `${where} lacks the key "${path.at(-1)}".`,
    path,
    atKey: false,
    hint,
  };
}

function wrongValue(subject: ShapeSubject, path: ValuePath, expected: string): ShapeFinding {
  const value = valueAt(subject.value, path);
  const shown = value === ABSENT ? null : value;
  const excerpt = subject.excerpt(path);
  const where = path.length === 0 ? subject.title : `${subject.title}: ${pathName(path)}`;
  return {
    code: 'SHAPE.WRONG_TYPE',
    message: `${where} must be ${expected}, but is ${describe(shown, excerpt)}.`,
    path,
    atKey: false,
    hint: hintFor(shown, excerpt, expected),
  };
}

function findingsOf(subject: ShapeSubject, issue: z.core.$ZodIssue): ShapeFinding[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MAX_FINDINGS).map((key) => unknownKey(subject, path, key));
  }
  // Only our own `fault` sets params.
  const params = issue.code === 'custom' ? (issue.params as FaultParams | undefined) : undefined;
  if (params) {
    const message = `${subject.title}: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`;
    return [{ code: params.code, message, path, atKey: params.atKey ?? false, hint: params.hint }];
  }
  if (path.length > 0 && valueAt(subject.value, path) === ABSENT) return [missingKey(subject, path)];
  return [wrongValue(subject, path, issue.message)];
}

/** All that a shape finds wrong with a value, one finding per place; the first, plainest one is kept. */
export function shapeFindings(subject: ShapeSubject, error: z.ZodError): ShapeFinding[] {
  const seen = new Set<string>();
  return error.issues
    .slice(0, MAX_FINDINGS)
    .flatMap((issue) => findingsOf(subject, issue))
    .filter((finding) => {
      const place = JSON.stringify([finding.path, finding.atKey]);
      return !seen.has(place) && seen.add(place);
    })
    .slice(0, MAX_FINDINGS);
}
