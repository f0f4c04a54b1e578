import { inFile, type Mutant } from '../mutant';

const STEPS = 'src/metrics/planner/metric-steps.ts';
const BRANCH = 'src/metrics/planner/branch.ts';
const TREE = 'src/metrics/planner/join-tree.ts';
const PRINT = 'src/metrics/sql/print-plan.ts';

/** Stitching as peers do it: the first fact joined with each other one on the keys. */
const CHAIN = `
  const [start, ...others] = branches;
  const at = (step, name) => ({
    kind: 'reference',
    to: { alias: step.name, field: name },
    type: step.columns.find((c) => c.name === name).value.type,
  });
  const keyOf = (name) => call('coalesce', branches.map((step) => at(step, name)), at(start, name).type);
  return scope.steps.add({
    ...selectStep({
      name: scope.steps.name('stitched'),
      comment: 'joined',
      from: { kind: 'step', alias: start.name, step: start.name },
      joins: others.map((step) => ({
        source: { kind: 'step', alias: step.name, step: step.name },
        on: keys.map((name) => ({ left: at(start, name), right: at(step, name) })),
      })),
      columns: [
        ...keys.map((name) => ({ name, value: keyOf(name) })),
        ...branches.flatMap((step) =>
          step.columns.filter((c) => !keys.includes(c.name)).map((c) => ({ name: c.name, value: at(step, c.name) })),
        ),
      ],
    }),
    chained: true,
  });
`;

const printChained = (join: string): readonly [string, string] => [
  '    query.joinRaw(text, bindings as Binding[]);',
  `    const chained = text.endsWith(' on ') ? text + 'true' : text;
    query.joinRaw(step.chained ? chained.replace('left join', '${join}') : text, bindings as Binding[]);`,
];
const KEYS = '  const keys = query.by.map((b) => b.field);\n';

/** Errors about which groups there are and which rows meet in them. */
export const GROUP_MUTANTS: readonly Mutant[] = [
  {
    name: 'inner-for-left-join',
    row: 9,
    does: 'joins are inner joins',
    edits: inFile(PRINT, ['sql`left join ', 'sql`inner join ']),
  },
  {
    name: 'null-group-dropped',
    row: 9,
    does: 'groups with a NULL key are left out',
    edits: inFile(STEPS, ["    b.target !== 'time' && 'entity' in b.target\n", '    b.field\n']),
  },
  {
    name: 'formula-unguarded-behind-a-join',
    row: 9,
    does: 'the formula of a dimension is evaluated on the NULLs of a join that found no row',
    edits: inFile(TREE, [
      'return isNullOnNull(formula) ? value : this.whereFound(to.path, to.dataset, value);',
      'return value;',
    ]),
  },
  {
    name: 'stitch-by-full-joins',
    row: 'stitch',
    does: 'facts are stitched by a chain of full joins, in which NULL meets nothing',
    edits: [...inFile(STEPS, [KEYS, KEYS + CHAIN]), ...inFile(PRINT, printChained('full join'))],
  },
  {
    name: 'stitch-by-left-joins',
    row: 'stitch',
    does: 'facts are stitched onto the groups of the first one',
    edits: [...inFile(STEPS, [KEYS, KEYS + CHAIN]), ...inFile(PRINT, printChained('left join'))],
  },
  {
    name: 'first-fact-only-in-a-group',
    row: 'stitch',
    does: 'of a group that several facts have, the values of the last one are lost',
    edits: inFile(STEPS, [
      '    inputs: branches.map((b) => b.name),\n',
      '    inputs: branches.slice(0, Math.max(1, branches.length - 1)).map((b) => b.name),\n',
    ]),
  },
  {
    name: 'groups-of-rows-that-count-for-nothing',
    row: 'groups',
    does: 'a row that meets the condition of no metric makes a group all the same',
    edits: inFile(BRANCH, ['    : anyLeaf(leaves.map((l) => fields.leafCondition(l)));', '    : null;']),
  },
  {
    name: 'role-taken-for-the-default-join',
    row: 'joins',
    does: 'a role is walked by the default join to the same dataset',
    edits: inFile(TREE, [
      '    const join = owner.joins.get(path.at(-1)!)!;\n',
      `    const named = owner.joins.get(path.at(-1)!)!;
    const join = [...owner.joins.values()].find((j) => !j.role && j.to === named.to) ?? named;
`,
    ]),
  },
  {
    name: 'composite-key-by-its-first-part',
    row: 'joins',
    does: 'a join by several columns compares the first one only',
    edits: inFile(TREE, [
      '      on: join.columns.map((column, i) => ({',
      '      on: join.columns.slice(0, 1).map((column, i) => ({',
    ]),
  },
  {
    name: 'via-ignored',
    row: 'joins',
    does: '`via:` does not choose between two ways',
    edits: inFile('src/metrics/model/join-graph.ts', [
      'const only = node?.via.get(target);',
      'const only = undefined;',
    ]),
  },
];
