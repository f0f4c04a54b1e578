import { loadModule, parseSync } from 'libpg-query';
import { nameFault, RESERVED_WORDS } from '../../src/metrics/definitions/shapes/names';

beforeAll(() => loadModule());

const parses = (formula: string): boolean => {
  try {
    parseSync(`select ${formula}`);
    return true;
  } catch {
    return false;
  }
};

/** True when the grammar of formulas reads the word as the name of a metric and as the name of a dataset. */
const isName = (word: string): boolean => {
  const shape = JSON.stringify([parses(`${word} + 1`), parses(`sum(${word}.x)`)]);
  if (shape !== '[true,true]') return false;
  return JSON.stringify(parseSync(`select ${word}`)).includes('ColumnRef');
};

describe('a name', () => {
  it.each([
    'a',
    'net_revenue',
    'q1',
    'orders_2024',
    'a'.repeat(63),
    'status',
    'date',
    'month',
    'name',
    'value',
    'units',
  ])('may be %s', (name) => {
    expect(nameFault(name, 'metric')).toBeNull();
    expect(isName(name)).toBe(true);
  });

  it.each([
    ['netRevenue', 'net_revenue'],
    ['Net Revenue', 'net_revenue'],
    ['net-revenue', 'net_revenue'],
    ['_net', 'net'],
    ['net_', 'net'],
    ['a__b', 'a_b'],
    ['2nd', 'metric_2nd'],
    ['Éclair%', 'eclair'],
    ['SUM', 'sum_metric'],
    ['order', 'order_metric'],
    ['a'.repeat(100), 'a'.repeat(63)],
    [`${'a'.repeat(62)}_b`, 'a'.repeat(62)],
  ])('may not be %s; %s may', (name, suggestion) => {
    expect(nameFault(name, 'metric')?.hint).toContain(`"${suggestion}"`);
    expect(nameFault(suggestion, 'metric')).toBeNull();
  });

  it.each(['', '%', '收入', '__proto__', '😀'.repeat(100), 'x'.repeat(100_000)])(
    'may not be %j, and the refusal is short',
    (name) => {
      const fault = nameFault(name, 'dataset');
      expect(fault?.message.length).toBeLessThan(250);
    },
  );
});

describe('reserved words', () => {
  /** Every word that PostgreSQL's grammar knows, read out of the parser itself would be better; this is its documented list. */
  const GRAMMAR =
    `abort absolute access action add all also alter always analyse analyze and any array as asc asymmetric at attach
    authorization before begin between bigint binary bit boolean both by cache call cascade case cast catalog chain char character
    check class close cluster coalesce collate collation column columns comment commit concurrently constraint content copy cost
    create cross cube current current_catalog current_date current_role current_schema current_time current_timestamp
    current_user cursor cycle data database day dec decimal declare default deferrable delete desc detach dictionary distinct do
    document domain double drop each else enable end enum escape event except exclude execute exists explain extension extract
    false family fetch filter first float following for force foreign forward freeze from full function global grant greatest
    group grouping handler having header hold hour identity if ilike import in include index inner input insert instead int
    integer intersect interval into invoker is isnull join json key label language large last lateral leading leakproof least
    left level like limit listen load local localtime localtimestamp location lock mapping match matched merge method minute
    mode month move name names national natural nchar new next no none normalize not nothing notify notnull nowait null nullif
    nulls numeric object of off offset oids old on only operator option options or order ordinality others out outer over
    overlaps overlay owned owner parallel parser partial partition passing password placing plans policy position preceding
    precision prepare primary prior privileges procedure program publication quote range read real reassign recheck recursive
    ref references refresh reindex relative release rename repeatable replace replica reset restart restrict return returning
    returns revoke right role rollback rollup routine row rows rule savepoint schema scroll search second security select
    sequence serializable server session session_user set setof sets share show similar simple skip smallint snapshot some sql
    stable standalone start statement statistics stdin stdout storage stored strict strip subscription substring support
    symmetric system system_user table tables tablesample tablespace temp template temporary text then ties time timestamp to
    trailing transaction transform treat trigger trim true truncate trusted type types uescape unbounded uncommitted
    unencrypted union unique unknown unlisten unlogged until update user using vacuum valid validate validator value values
    varchar variadic varying verbose version view views volatile when where whitespace window with within without work wrapper
    write xml year yes zone`
      .trim()
      .split(/\s+/);

  it('are all that the grammar of formulas does not take for a name', () => {
    const missing = GRAMMAR.filter((word) => !isName(word) && !RESERVED_WORDS.has(word));
    expect(missing).toEqual([]);
  });

  it('are also those with a meaning in formulas and questions', () => {
    for (const word of [
      'true',
      'false',
      'null',
      'time',
      'now',
      'and',
      'or',
      'not',
      'case',
      'sum',
      'count',
      'avg',
      'min',
      'max',
      'median',
      'percentile',
      'rolling',
      'share',
      'per',
    ]) {
      expect(nameFault(word, 'dataset')?.message).toContain('word of the formula language');
    }
  });
});
