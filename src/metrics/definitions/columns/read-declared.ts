import { isMap, isScalar } from 'yaml';
import type { DefinitionFile } from '../raw';
import { parseTableName } from '../shapes/table-name';
import { yamlSource } from '../yaml-source';
import { keyText } from '../yaml-value';
import { datasetNames, findDatasetNode, nodeAt, textOf } from './dataset-node';

/** What a dataset says of its source, read even where the rest of it is missing or wrong. */
export interface DeclaredSource {
  /** The parts of `table:`; null when it is missing or no name. */
  readonly table: readonly string[] | null;
  /** The text of `query:`. */
  readonly query: string | null;
  /** Column → the zone that its long form declares. */
  readonly zones: ReadonlyMap<string, string>;
}

/** Null when the file has no such dataset. @throws Failure YAML.SYNTAX when it cannot be read. */
export function readDeclared(file: DefinitionFile, dataset: string): DeclaredSource | null {
  const node = findDatasetNode(yamlSource(file), dataset);
  if (node === null) return null;
  const table = textOf(node.map, 'table');
  const columns = nodeAt(node.map, 'columns');
  const zones = new Map<string, string>();
  for (const { key, value } of isMap(columns) ? columns.items : []) {
    const zone = isMap(value) ? textOf(value, 'zone') : null;
    if (isScalar(key) && zone !== null) zones.set(keyText(key), zone);
  }
  return { table: table === null ? null : parseTableName(table), query: textOf(node.map, 'query'), zones };
}

/** The names of a file's datasets, broken ones included. @throws Failure YAML.SYNTAX when it cannot be read. */
export const declaredDatasets = (file: DefinitionFile): readonly string[] => datasetNames(yamlSource(file));
