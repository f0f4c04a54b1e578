import { cycles } from './rules/cycles';
import { engineNames } from './rules/engine-names';
import { independentOracle, namedFolders, shortFiles, thrownFailures } from './rules/house-style';
import { layers } from './rules/layers';
import { packages } from './rules/packages';
import type { Rule } from './rules/rule';
import { readSource, readSources } from './source-file';

const RULES: readonly Rule[] = [
  layers,
  cycles,
  packages,
  engineNames,
  shortFiles,
  thrownFailures,
  namedFolders,
  independentOracle,
];

const files = [...readSources('src'), ...readSources('test/oracle')];

describe.each(RULES)('$law', (rule) => {
  it('in the repository', () => {
    expect(rule.find(files)).toEqual([]);
  });

  it('and a planted fault is found', () => {
    expect(rule.find(rule.fault.map(readSource))).toHaveLength(1);
  });
});

it('every folder of src belongs to a layer, so that no rule passes it by', () => {
  const folders = new Set(files.map((file) => /^src\/([^/]+)\//.exec(file.path)?.[1] ?? file.path));
  const layered = layers.find(
    [...folders].map((folder) => readSource({ path: `src/${folder}/a.ts`, text: "import '../base/a';" })),
  );
  expect(layered).toEqual([]);
});
