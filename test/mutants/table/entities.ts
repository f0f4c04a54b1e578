import { inFile, type Mutant } from '../mutant';

const ENTITIES = 'src/metrics/planner/entity-steps.ts';
const TREE = 'src/metrics/planner/join-tree.ts';
const FIELDS = 'src/metrics/planner/branch-fields.ts';
const BUILD = 'src/metrics/planner/build.ts';
const MEMBER =
  "return test('is_not_null', this.valueOf(members, path, this.link(path, segment.of), members.keys[0]!));";

/** Makes the question itself known where values per entity are planned. */
const KNOWN = inFile(BUILD, [
  '    catalog,\n    context: query.context,',
  '    asked: query,\n    catalog,\n    context: query.context,',
]);

/** Errors about segments and values per entity. */
export const ENTITY_MUTANTS: readonly Mutant[] = [
  {
    name: 'segments-ignored',
    row: 6,
    does: 'segments narrow nothing',
    edits: inFile(FIELDS, ['this.condition(c, false)), ...members]);', 'this.condition(c, false))]);']),
  },
  {
    name: 'orphans-in-every-segment',
    row: 6,
    does: 'rows whose entity does not exist are in every segment',
    edits: inFile(TREE, [
      MEMBER,
      `const inside = test('is_not_null', this.valueOf(members, path, this.link(path, segment.of), members.keys[0]!));
    const entity = this.raw(path, segment.of, this.dataset(segment.of).key[0]!);
    return { kind: 'call', fn: 'or', args: [inside, test('is_null', entity)], type: { kind: 'boolean' } };`,
    ]),
  },
  {
    name: 'per-in-the-period-of-the-question',
    row: 7,
    does: 'per(…) sees only the period of the question',
    edits: [
      ...KNOWN,
      ...inFile(ENTITIES, [
        '  period: null,\n',
        '  period: metric.leaves.every((l) => l.time) ? scope.asked.period : null,\n',
      ]),
    ],
  },
  {
    name: 'per-over-the-filtered-rows',
    row: 7,
    does: 'per(…) sees only the rows that meet the conditions of the question',
    edits: [
      ...KNOWN,
      ...inFile(
        ENTITIES,
        [
          "import { JoinTree } from './join-tree';",
          "import { JoinTree } from './join-tree';\nimport { isReachable } from './reach';",
        ],
        [
          '  where: [],\n',
          `  where: scope.asked.where.filter(
    (c) =>
      c.kind === 'test' &&
      c.target !== 'time' &&
      metric.leaves.every((l) => isReachable(scope.catalog, l.home, c.target)),
  ),
`,
        ],
      ),
    ],
  },
  {
    name: 'per-without-rows-is-null',
    row: 7,
    does: 'per(…) of an entity without rows is NULL, not the value over no rows',
    edits: inFile(TREE, ['otherwise: this.whereFound(to.path, to.dataset, none),', 'otherwise: null,']),
  },
  {
    name: 'tuples-repeated',
    row: 45,
    does: 'a question without metrics repeats equal tuples',
    edits: inFile('src/metrics/planner/tuple-steps.ts', [
      'groupBy: query.distinct ? query.by.map((b) => b.name) : null,',
      'groupBy: null,',
    ]),
  },
];
