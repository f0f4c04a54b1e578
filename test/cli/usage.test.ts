import { tenet } from './captured-io';

describe('wrong usage ends with 2 and one sentence on standard error', () => {
  test.each([
    [[], 'error USAGE.INVALID: A command is missing.'],
    [['chekc'], "error USAGE.INVALID: Unknown command 'chekc'."],
    [['query', '--formt', 'json'], "error USAGE.INVALID: Unknown option '--formt'."],
    [
      ['query', 'a', '--format', 'xml'],
      "error USAGE.INVALID: Option '--format <format>' argument 'xml' is invalid.",
    ],
    [['query', 'a', '--limit', 'many'], 'error USAGE.INVALID: --limit needs a whole number, not "many".'],
    [['query', 'a', '--by'], "error USAGE.INVALID: Option '--by <name>' argument missing."],
    [['show'], "error USAGE.INVALID: Missing required argument 'name'."],
    [['show', 'a', 'b'], 'error USAGE.INVALID: Too many arguments'],
    [['list', 'numbers'], "error USAGE.INVALID: Command-argument value 'numbers' is invalid"],
    [
      ['seed', '--scale', 'huge'],
      "error USAGE.INVALID: Option '--scale <scale>' argument 'huge' is invalid.",
    ],
    [['serve', '--port', '70000'], 'error USAGE.INVALID: "70000" is not a port.'],
    [['query', 'a', '--totals', '--format', 'csv'], 'error USAGE.INVALID: Totals cannot go into csv'],
  ])('%j', async (argv, sentence) => {
    const run = await tenet(argv);
    expect(run.code).toBe(2);
    expect(run.out).toBe('');
    expect(run.err.split('\n')[0]).toContain(sentence);
    expect(run.err).not.toMatch(/\n\s+at /);
  });

  test('a slip of the finger gets the right word', async () => {
    expect((await tenet(['chekc'])).err).toContain('hint: Did you mean check?');
    expect((await tenet(['query', '--formt', 'json'])).err).toContain('hint: Did you mean --format?');
  });
});

describe('help', () => {
  test('lists every command and the exit codes', async () => {
    const run = await tenet(['--help']);
    expect(run).toMatchObject({ code: 0, err: '' });
    for (const name of ['check', 'query', 'explain', 'list', 'show', 'columns', 'seed', 'serve']) {
      expect(run.out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    }
    expect(run.out).toContain('Exit codes: 0 fine');
  });

  test.each([[['help', 'query']], [['query', '--help']]])('%j explains the conditions', async (argv) => {
    const run = await tenet(argv);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('--where CONDITION');
    expect(run.out).toContain('orders.channel not in (web, null)');
  });

  test('the version is that of the package', async () => {
    const { version } = require('../../package.json') as { version: string };
    expect(await tenet(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});
