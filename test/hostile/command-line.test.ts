import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { tenet as runTenet } from '../cli/captured-io';
import { FIELDS, KEYS } from './fields';
import type { Opened } from './opened';
import { openShop } from './shop';
import { CONTROLS, HIDDEN, HOSTILE, IMPOSSIBLE } from './texts';

const TEXTS = [...Object.values({ ...HOSTILE, ...CONTROLS, ...IMPOSSIBLE }), '', 'x'.repeat(100_000)];
/** No system hands an argument with a NUL to a program. */
const ARGUMENTS = TEXTS.filter((text) => !text.includes('\0'));
const MAX_WORDS = 3_000;
/** Fine, refused, wrong usage: no text is a reason to end as if something of ours were away. */
const ENDS = [0, 1, 2];

/** Some of the texts, others for each turn. */
const some = (turn: number, of: number, texts = TEXTS): readonly string[] =>
  texts.filter((_, index) => index % of === turn % of);

let shop: Opened;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** An excerpt opens with a mark that keeps its line from left to right, as it is written. */
const isHidden = (printed: string): boolean => HIDDEN.test(printed.replace(/^( *)\u200e/gm, '$1'));
const shown = (text: string): string => JSON.stringify(text.slice(0, 40));

/** What is wrong with how a command ended, if anything is. */
async function faultOf(text: string, argv: readonly string[]): Promise<unknown[]> {
  const { code, out, err } = await runTenet([...argv, ...shop.flags]);
  const isFine = ENDS.includes(code) && err.length < MAX_WORDS && !isHidden(err + out);
  return isFine ? [] : [[shown(text), code, err.length, err.slice(0, 300)]];
}

/** Every flag that takes a text, with a text of any kind in it. */
const FLAGS: readonly (readonly [string, (text: string) => readonly string[]])[] = [
  ['a metric', (t) => [t]],
  ['--by', (t) => ['placed_orders', '--by', t]],
  ['--by a dataset', (t) => ['placed_orders', '--by', `orders.${t}`]],
  ['--by time', (t) => ['placed_orders', '--by', `time:${t}`]],
  ['--by as', (t) => ['placed_orders', '--by', `orders.channel=${t}`]],
  ['--where', (t) => ['placed_orders', '--where', t]],
  ['--where a value', (t) => ['placed_orders', '--where', `orders.channel = ${t}`]],
  ['--where a list', (t) => ['placed_orders', '--where', `orders.channel in (${t}, web)`]],
  ['--where-formula', (t) => ['placed_orders', '--where-formula', t]],
  ['--only-for', (t) => ['placed_orders', '--where', 'orders.channel = web', '--only-for', t]],
  ['--segment', (t) => ['placed_orders', '--segment', t]],
  ['--having', (t) => ['placed_orders', '--having', t]],
  ['--having a value', (t) => ['placed_orders', '--having', `placed_orders > ${t}`]],
  ['--from', (t) => ['placed_orders', '--from', t]],
  ['--last', (t) => ['placed_orders', '--last', t]],
  ['--period-column', (t) => ['--by', 'orders.channel', '--from', '2024-01-01', '--period-column', t]],
  ['--as-of', (t) => ['placed_orders', '--as-of', t]],
  ['--zone', (t) => ['placed_orders', '--zone', t]],
  ['--order', (t) => ['placed_orders', '--order', t]],
  ['--limit', (t) => ['placed_orders', '--limit', t]],
  ['--format', (t) => ['placed_orders', '--format', t]],
  ['an unknown flag', (t) => ['placed_orders', `--${t}`]],
];

describe.each(FLAGS.map((flag, turn) => [...flag, turn] as const))('%s', (_flag, argvOf, turn) => {
  it('is taken or refused in few words, whatever it says, and hides nothing', async () => {
    const faults: unknown[] = [];
    for (const text of some(turn, 3, ARGUMENTS))
      faults.push(...(await faultOf(text, ['explain', ...argvOf(text)])));
    for (const text of some(turn, 40, ARGUMENTS))
      faults.push(...(await faultOf(text, ['query', ...argvOf(text)])));
    expect(faults).toEqual([]);
  });
});

it.each([...FIELDS, ...KEYS].map((one, turn) => ({ ...one, turn })))(
  'in a file, $field is taken or refused in few words, and hides nothing',
  async ({ with: part, turn }) => {
    const file = path.join(shop.folder, 'question.json');
    const faults: unknown[] = [];
    for (const text of some(turn, 10)) {
      writeFileSync(file, JSON.stringify({ metrics: ['placed_orders'], ...part(text) }));
      faults.push(...(await faultOf(text, ['explain', '--file', file])));
    }
    expect(faults).toEqual([]);
  },
);

it.each(['show', 'list', 'columns', 'check', 'fmt', 'schema', ''])(
  'tenet %s takes or refuses every text as its argument',
  async (command) => {
    const faults: unknown[] = [];
    for (const text of ARGUMENTS) {
      const argv = command === '' ? [text] : [command, text, ...shop.flags.slice(0, 2)];
      const { code, out, err } = await runTenet(argv, { cwd: shop.folder });
      const isFine = [0, 1, 2, 3].includes(code) && err.length < MAX_WORDS && !isHidden(err + out);
      if (!isFine || /INTERNAL|TypeError|\.ts:/.test(err))
        faults.push([shown(text), code, err.slice(0, 300)]);
    }
    expect(faults).toEqual([]);
  },
);
