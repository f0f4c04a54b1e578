import { Argument, type Command, Option } from 'commander';
import { nearest } from '../../base/did-you-mean';
import { Failure } from '../../base/failure';
import { visibleText } from '../../base/visible-text';
import type { Catalog } from '../../metrics/model/catalog';
import type { CommandContext, CommandInput, CommandModule } from '../command';
import { EXIT, type ExitCode } from '../exit-codes';
import { itemsOf, type ListItem, SUBJECTS, type Subject } from '../print/catalog-lists';
import { textTable } from '../print/print-table';
import { readCatalog } from '../read-catalog';

export const list: CommandModule = { define, run };

function define(command: Command): void {
  command
    .addArgument(new Argument('[subject]', 'what to list').choices(SUBJECTS).default('metrics'))
    .option('--team <team>', 'only what this team owns')
    .option('--search <text>', 'only what has this text in its name or words')
    .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table'));
}

async function run({ args, options }: CommandInput, { io, settings }: CommandContext): Promise<ExitCode> {
  const { catalog } = await readCatalog(settings);
  const team = options['team'] as string | undefined;
  const search = (options['search'] as string | undefined)?.toLowerCase();
  if (team !== undefined) refuseUnknownTeam(team, catalog);
  const items = itemsOf(catalog, args[0] as Subject)
    .filter((item) => team === undefined || item.team === team)
    .filter((item) => search === undefined || item.words.toLowerCase().includes(search));
  io.out(
    options['format'] === 'json'
      ? `${JSON.stringify(
          items.map((item) => item.cells),
          null,
          2,
        )}\n`
      : tableOfItems(items),
  );
  return EXIT.fine;
}

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
