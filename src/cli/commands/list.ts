import { Argument, type Command, Option } from 'commander';
import { nearest } from '../../base/did-you-mean';
import { Failure } from '../../base/failure';
import { visibleJson, visibleText } from '../../base/visible-text';
import type { Catalog } from '../../metrics/model/catalog';
import type { CommandContext, CommandInput, CommandModule } from '../command';
import { EXIT, type ExitCode } from '../exit-codes';
import { itemsOf, type ListItem, SUBJECTS, type Subject } from '../print/catalog-lists';
import { dimensionsFor, metricsFor } from '../print/compatible-lists';
import { textTable } from '../print/print-table';
import { readCatalog } from '../read-catalog';

export const list: CommandModule = { define, run };

function define(command: Command): void {
  command
    .addArgument(new Argument('[subject]', 'what to list').choices(SUBJECTS).default('metrics'))
    .option('--for <metrics>', 'dimensions: only those that all these metrics can be split by')
    .option('--for-dimension <dimensions>', 'metrics: only those that all these dimensions can split')
    .option('--refused', 'with --for or --for-dimension: also the others, and why')
    .option('--team <team>', 'only what this team owns')
    .option('--search <text>', 'only what has this text in its name or words')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table'));
}

async function run({ args, options }: CommandInput, { io, settings }: CommandContext): Promise<ExitCode> {
  const { catalog } = await readCatalog(settings);
  const team = options['team'] as string | undefined;
  const search = (options['search'] as string | undefined)?.toLowerCase();
  if (team !== undefined) refuseUnknownTeam(team, catalog);
  const items = listed(catalog, args[0] as Subject, options)
    .filter((item) => team === undefined || item.team === team)
    .filter((item) => search === undefined || item.words.toLowerCase().includes(search));
  io.out(
    options['format'] === 'json'
      ? `${visibleJson(items.map(({ cells, details }) => ({ ...cells, ...details })))}\n`
      : tableOfItems(items),
  );
  return EXIT.fine;
}

/** The items of the subject, or those of them that go with what `--for` and `--for-dimension` name. */
function listed(catalog: Catalog, subject: Subject, options: CommandInput['options']): readonly ListItem[] {
  const metrics = options['for'] as string | undefined;
  const dimensions = options['forDimension'] as string | undefined;
  const refused = options['refused'] === true;
  refuseMisplaced('--for', metrics, subject, 'dimensions');
  refuseMisplaced('--for-dimension', dimensions, subject, 'metrics');
  if (metrics !== undefined) return dimensionsFor(catalog, namesIn(metrics), refused);
  if (dimensions !== undefined) return metricsFor(catalog, namesIn(dimensions), refused);
  if (!refused) return itemsOf(catalog, subject);
  throw new Failure(
    'USAGE.INVALID',
    '--refused says why something does not go with --for or --for-dimension.',
    {
      hint: 'write `tenet list dimensions --for net_revenue --refused`',
    },
  );
}

function refuseMisplaced(option: string, value: unknown, subject: Subject, place: Subject): void {
  if (value === undefined || subject === place) return;
  throw new Failure('USAGE.INVALID', `${option} does not belong to \`tenet list ${subject}\`.`, {
    hint: `write \`tenet list ${place} ${option} …\``,
  });
}

const namesIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

function refuseUnknownTeam(team: string, { teams }: Catalog): void {
  if (teams.has(team)) return;
  throw new Failure('USAGE.INVALID', `No team has the name "${team}".`, {
    hint: '`tenet list teams` shows them',
    suggestions: nearest(team, teams.keys()),
  });
}

function tableOfItems(items: readonly ListItem[]): string {
  const [first] = items;
  if (first === undefined) return 'Nothing found.\n';
  const rows = items.map(({ cells }) => Object.values(cells).map(visibleText));
  return textTable(Object.keys(first.cells), rows);
}
