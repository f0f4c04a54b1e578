import { isMap, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { Failure } from '../../../base/failure';
import { parseYaml } from '../yaml-document';
import type { YamlSource } from '../yaml-source';
import { keyText } from '../yaml-value';

/** A dataset's mapping in its file; the dataset may be broken otherwise. */
export interface DatasetNode {
  readonly source: YamlSource;
  readonly map: YAMLMap;
}

/** The dataset of that name, or null when the file has none. @throws Failure YAML.SYNTAX when the file cannot be read. */
export function findDatasetNode(source: YamlSource, name: string): DatasetNode | null {
  const datasets = datasetsIn(source);
  const map = datasets && nodeAt(datasets, name);
  return isMap(map) ? { source, map } : null;
}

/** The names of a file's datasets. @throws Failure YAML.SYNTAX when the file cannot be read. */
export const datasetNames = (source: YamlSource): readonly string[] =>
  (datasetsIn(source)?.items ?? []).flatMap(({ key }) => (isScalar(key) ? [keyText(key)] : []));

function datasetsIn(source: YamlSource): YAMLMap | null {
  const { contents, faults } = parseYaml(source);
  const [fault] = faults;
  if (fault) {
    throw new Failure('YAML.SYNTAX', `${source.file}:${fault.at.start.line}: ${fault.message}`, {
      hint: 'mend the file first',
    });
  }
  const datasets = isMap(contents) ? nodeAt(contents, 'datasets') : null;
  return isMap(datasets) ? datasets : null;
}

/** Of a repeated key the first counts, as for the reader. */
export const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => isScalar(pair.key) && keyText(pair.key) === key);

export const nodeAt = (map: YAMLMap, key: string): Node | null =>
  (pairOf(map, key)?.value as Node | null | undefined) ?? null;

/** The text at `key`; null when there is none. */
export function textOf(map: YAMLMap, key: string): string | null {
  const value = nodeAt(map, key);
  return isScalar(value) && typeof value.value === 'string' ? value.value : null;
}
