import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { Span } from '../../base/diagnostic';
import type { ValuePath } from './raw';
import type { YamlSource } from './yaml-source';
import { mapText } from './yaml-text-map';
import { fullRangeOf, keyText, rangeOf } from './yaml-value';

/** The way from a value back to its text; see `RawDefinition` for what each answers. */
export interface Locator {
  locate(path: ValuePath): Span;
  locateKey(path: ValuePath): Span;
  locateText(path: ValuePath, from: number, to: number): Span;
  /** What is written at `path`, on one line and shortened; for messages. */
  excerpt(path: ValuePath): string;
}

interface Place {
  /** The key that leads here, or the nearest one around it. */
  readonly key: Scalar;
  /** True when `key` is this value's own and not one around it. */
  readonly ownKey: boolean;
  readonly value: Node | null;
  readonly found: boolean;
}

const MAX_EXCERPT = 40;

interface KeyedValue {
  readonly key: Scalar;
  readonly value: Node | null;
}

/** The pairs of mappings by the text of their keys, made when a mapping is first looked into: a large one is asked often. */
const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, KeyedValue>>();

function pairOf(map: YAMLMap, name: string): KeyedValue | undefined {
  const known = indexes.get(map);
  if (known) return known.get(name);
  const index = new Map<string, KeyedValue>();
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue;
    const text = keyText(key);
    // Of a repeated key the first counts, as for the value.
    if (!index.has(text)) index.set(text, { key, value: value as Node | null });
  }
  indexes.set(map, index);
  return index.get(name);
}

/** Walks as far as the file goes. A short form (`by: customer_id`) stands for all of its long form, `['by', 0]`. */
function placeAt(name: Scalar, value: Node | null, path: ValuePath): Place {
  let place: Place = { key: name, ownKey: true, value, found: true };
  for (const step of path) {
    const at = place.value;
    if (isMap(at)) {
      const pair = pairOf(at, String(step));
      if (!pair) return { ...place, found: false };
      place = { ...pair, ownKey: true, found: true };
    } else if (isSeq(at)) {
      const item = at.items[Number(step)] as Node | null | undefined;
      if (item === undefined) return { ...place, found: false };
      place = { key: place.key, ownKey: false, value: item, found: true };
    } else {
      return place;
    }
  }
  return place;
}

function isEmpty(value: Node | null): boolean {
  if (value === null) return true;
  const [from, to] = rangeOf(value);
  return from === to;
}

/** Finds places in the definition with this key and value. */
export function locatorOf(source: YamlSource, name: Scalar, value: Node | null): Locator {
  const keySpan = (place: Place): Span => source.span(...rangeOf(place.key));
  const textSpan = (scalar: Scalar, from: number, to: number): Span | null => {
    const map = mapText(source.text, scalar);
    if (!map || map.text.length === 0) return null;
    const end = Math.max(from, to);
    const start = from < map.text.length ? map.starts[Math.max(0, from)]! : map.ends.at(-1)!;
    return source.span(start, end > from ? map.ends[Math.min(end, map.text.length) - 1]! : start);
  };
  const valueSpan = (place: Place): Span => {
    if (!place.found || place.value === null || isEmpty(place.value)) return keySpan(place);
    // The place of a block text is the text, not the sign `|` that announces it.
    const isBlock = isScalar(place.value) && place.value.type?.startsWith('BLOCK');
    const block = isBlock
      ? textSpan(place.value as Scalar, 0, (place.value as Scalar).source?.trimEnd().length ?? 0)
      : null;
    return block ?? source.span(...fullRangeOf(source, place.value));
  };
  return {
    locate: (path) => valueSpan(placeAt(name, value, path)),
    locateKey: (path) => {
      const place = placeAt(name, value, path);
      return place.ownKey || !place.found ? keySpan(place) : valueSpan(place);
    },
    locateText: (path, from, to) => {
      const place = placeAt(name, value, path);
      const span = place.found && isScalar(place.value) ? textSpan(place.value, from, to) : null;
      return span ?? valueSpan(place);
    },
    excerpt: (path) => {
      const place = placeAt(name, value, path);
      if (place.value === null) return '';
      const [from, to] = rangeOf(place.value);
      const text = source.text.slice(from, Math.min(to, from + MAX_EXCERPT * 4)).replace(/\s+/g, ' ');
      return text.length > MAX_EXCERPT ? `${text.slice(0, MAX_EXCERPT)}…` : text;
    },
  };
}
