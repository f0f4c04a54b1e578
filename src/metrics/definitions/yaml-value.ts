import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { Code } from '../../base/codes';
import type { YamlSource } from './yaml-source';
import { mapText } from './yaml-text-map';

/** A plain word that YAML 1.1 readers take for true or false, and 1.2 readers for a text: neither meaning is safe. */
export class AmbiguousWord {
  constructor(readonly word: string) {}
}

/** Mappings have no prototype, so that `constructor` and `__proto__` are keys like any other. */
export type YamlMapping = { readonly [key: string]: YamlValue };
export type YamlValue = string | number | boolean | null | AmbiguousWord | readonly YamlValue[] | YamlMapping;

/** What is wrong with the YAML itself, at offsets of the file's text. */
export interface YamlFinding {
  readonly code: Code;
  readonly message: string;
  readonly from: number;
  readonly to: number;
  readonly hint?: string;
  readonly related?: { readonly message: string; readonly from: number; readonly to: number };
}

export const isMapping = (value: unknown): value is YamlMapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof AmbiguousWord);

const AMBIGUOUS = /^(?:yes|no|on|off)$/i;

/** Escapes can write what the file itself may not hold; the last group turns the direction of the text after it. */
const CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for
  /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\u202a-\u202e\u2066-\u2069]/;

/** The stretch of a node without what surrounds it: for a block scalar from its `|`. */
export function rangeOf(node: Node): readonly [number, number] {
  const [from, to] = node.range ?? [0, 0];
  return [from, to];
}

/** The same without the line break that ends a block collection. */
export function fullRangeOf(source: YamlSource, node: Node): readonly [number, number] {
  const [from, to] = rangeOf(node);
  return [from, isScalar(node) ? to : from + source.text.slice(from, to).trimEnd().length];
}

/** A key as it is written: `1` and `true` are names of columns, not a number and a boolean. */
export const keyText = (key: Scalar): string =>
  typeof key.value === 'string' ? key.value : (key.source ?? '');

/** An anchor or tag with whatever stands between it and the node that it is for. */
const PROPERTY = /[&!][^\s,[\]{}]*(?=(?:\s+[&!][^\s,[\]{}]*)*\s*$)/;
const MAX_PROPERTY_LENGTH = 200;

/** The place of an anchor or tag, which stands before its node; the node's own when it cannot be told. */
function propertyRange(source: YamlSource, node: Node): readonly [number, number] {
  const [from, to] = rangeOf(node);
  const start = Math.max(0, from - MAX_PROPERTY_LENGTH);
  const match = PROPERTY.exec(source.text.slice(start, from));
  return match ? [start + match.index, start + match.index + match[0].length] : [from, to];
}

/** The refusal of anchors, aliases and tags: a reviewer must see the value where it stands. */
export function indirectionIn(source: YamlSource, node: Node): YamlFinding | null {
  if (isAlias(node)) {
    const [from, to] = rangeOf(node);
    return {
      code: 'YAML.ALIAS',
      message: `The alias "*${node.source}" is not read.`,
      from,
      to,
      hint: 'write the value out',
    };
  }
  if (node.anchor === undefined && node.tag === undefined) return null;
  const [from, to] = propertyRange(source, node);
  const what =
    node.anchor === undefined
      ? `tag "${source.text.slice(from, to).slice(0, 40)}"`
      : `anchor "&${node.anchor}"`;
  return { code: 'YAML.ALIAS', message: `The ${what} is not read.`, from, to, hint: 'remove it' };
}

/** A control character that came in by an escape. Raw ones are found in the file's text. */
function hiddenCharacterIn(source: YamlSource, scalar: Scalar): YamlFinding | null {
  const text = keyText(scalar);
  const index = text.search(CONTROL);
  if (index === -1) return null;
  const map = mapText(source.text, scalar);
  const [from, to] = map ? [map.starts[index]!, map.ends[index]!] : rangeOf(scalar);
  const number = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  return {
    code: 'SHAPE.TEXT',
    message: `The text holds the character U+${number}, which cannot be seen.`,
    from,
    to,
    hint: 'remove it',
  };
}

/** Turns YAML nodes into plain values, and gathers what is wrong on the way instead of stopping. */
export class ValueReader {
  readonly findings: YamlFinding[] = [];

  constructor(private readonly source: YamlSource) {}

  read(node: Node | null): YamlValue {
    if (node === null) return null;
    const indirection = indirectionIn(this.source, node);
    if (indirection) {
      this.findings.push(indirection);
      if (isAlias(node)) return null;
    }
    if (isMap(node)) return this.readMapping(node);
    if (isSeq(node)) return node.items.map((item) => this.read(item as Node | null));
    return isScalar(node) ? this.readScalar(node) : null;
  }

  /** The text of a key; null, with a finding, when it is none. */
  readKey(key: unknown, fallback: Node): string | null {
    if (!isScalar(key) || keyText(key) === '') {
      const [from, to] = rangeOf(isScalar(key) || isMap(key) || isSeq(key) || isAlias(key) ? key : fallback);
      this.findings.push({ code: 'SHAPE.WRONG_TYPE', message: 'A key must be a text.', from, to });
      return null;
    }
    const [from, to] = rangeOf(key);
    const text = keyText(key);
    if (text === '<<' && key.type === 'PLAIN') {
      const message = 'The merge key "<<" is not read.';
      this.findings.push({ code: 'YAML.ALIAS', message, from, to, hint: 'write the keys out' });
      return null;
    }
    const wrong = indirectionIn(this.source, key) ?? hiddenCharacterIn(this.source, key);
    if (wrong) this.findings.push(wrong);
    return text;
  }

  private readScalar(scalar: Scalar): YamlValue {
    const { value } = scalar;
    if (typeof value === 'string') {
      const hidden = hiddenCharacterIn(this.source, scalar);
      if (hidden) this.findings.push(hidden);
      return scalar.type === 'PLAIN' && AMBIGUOUS.test(value) ? new AmbiguousWord(value) : value;
    }
    return typeof value === 'number' || typeof value === 'boolean' ? value : null;
  }

  private readMapping(map: YAMLMap): YamlValue {
    const mapping: { [key: string]: YamlValue } = Object.create(null);
    const keys = new Map<string, Scalar>();
    for (const pair of map.items) {
      const key = this.readKey(pair.key, map);
      const value = this.read(pair.value as Node | null);
      if (key === null) continue;
      const first = keys.get(key);
      if (first) {
        this.findings.push(duplicateKey(key, pair.key as Scalar, first));
      } else {
        keys.set(key, pair.key as Scalar);
        mapping[key] = value;
      }
    }
    return mapping;
  }
}

export function duplicateKey(name: string, second: Scalar, first: Scalar): YamlFinding {
  const [from, to] = rangeOf(second);
  const [firstFrom, firstTo] = rangeOf(first);
  return {
    code: 'YAML.DUPLICATE_KEY',
    message: `The key "${name}" stands twice in one mapping.`,
    from,
    to,
    hint: 'keep one of them',
    related: { message: 'It stands here first.', from: firstFrom, to: firstTo },
  };
}
