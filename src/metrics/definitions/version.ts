import { hash } from 'node:crypto';
import type { Catalog, Metric } from '../model/catalog';

/** 132 bits, as in the ids of leaves. */
const DIGEST_LENGTH = 22;

export const digestOfText = (text: string): string =>
  hash('sha256', text, 'base64url').slice(0, DIGEST_LENGTH);

/** Definitions of a catalog are frozen, so that a digest holds as long as its definition. */
const digests = new WeakMap<object, string>();

/** A digest of all that a definition says; its place in a file does not count. Worked out once. */
export function digestOf(definition: object): string {
  const known = digests.get(definition);
  if (known !== undefined) return known;
  const digest = digestOfText(
    'leaves' in definition ? textOfMetric(definition as Metric) : textOf(definition),
  );
  digests.set(definition, digest);
  return digest;
}

/** Says what the digest of a definition is, where it was worked out before in the same words. */
export function rememberDigest(definition: object, digest: string): void {
  digests.set(definition, digest);
}

/** The id of a leaf stands for all that is in it; written out, leaves would be most of a catalog. */
const textOfMetric = ({ at: _, leaves, ...rest }: Metric): string =>
  JSON.stringify({ ...rest, leaves: leaves.map((leaf) => leaf.id) });

const textOf = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) =>
    key === 'at' ? undefined : inner instanceof Map ? [...inner] : inner,
  );

/**
 * Hash of all that the catalog says, and of what is broken with its places, because refusals name them. Other places in files do
 * not count. Names of dimensions follow from datasets and roles.
 */
export function versionOf({ broken, dimensions, ...rest }: Omit<Catalog, 'version' | 'lastGood'>): string {
  const parts = Object.entries(rest).map(([key, value]) => [key, partOf(value)]);
  const faults = [...broken].map(([key, found]) => [
    key,
    found.map(({ code, message, at: { file, start } }) => [code, message, file, start]),
  ]);
  return hash('sha256', JSON.stringify([...parts, [...dimensions.keys()], faults]), 'hex').slice(0, 16);
}

const partOf = (value: unknown): unknown =>
  value instanceof Map ? [[...value.keys()], Array.from(value.values(), digestOfItem).join()] : value;

const digestOfItem = (item: unknown): string =>
  typeof item === 'object' && item !== null ? digestOf(item) : JSON.stringify(item);
