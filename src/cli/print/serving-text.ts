import { visibleText } from '../../base/visible-text';
import type { Answer } from '../../metrics/model/answer';
import type { LiveEvent } from '../../service/live/live-tenet';
import type { Tenet } from '../../service/tenet';
import { counted } from './counted';
import { tableOf } from './print-table';

/** All that a reader is told when the server is up. */
export interface Serving {
  readonly url: string;
  readonly tenet: Tenet;
  /** As given, for people. */
  readonly definitions: string;
  readonly database: string;
  /** The question to try, as GraphQL text, and what it answers; null where no metric can be asked. */
  readonly example: { readonly graphql: string; readonly answer: Answer } | null;
}

/** What runs, in plain words: where, on what, a question to paste and its answer. */
export function servingText({ url, tenet, definitions, database, example }: Serving): string {
  const { company, metrics, datasets } = tenet.catalog;
  const facts = [
    `${visibleText(company.name)}: Tenet answers GraphQL at ${url}`,
    '',
    `  definitions  ${definitions} (${counted(metrics.size, 'metric')} over ${counted(datasets.size, 'dataset')})`,
    `  database     ${database}, read-only`,
    ...brokenLines(tenet),
  ];
  return `${facts.join('\n')}\n${example === null ? '' : exampleText(url, example.graphql, example.answer)}`;
}

/** What has changed while serving, in one line. */
export function eventText(event: LiveEvent): string {
  switch (event.kind) {
    case 'definitions': {
      const { broken, lastGood, metrics } = event.tenet.catalog;
      const kept = lastGood?.versions.size ?? 0;
      const faults =
        broken.size > 0 ? `; ${counted(broken.size, 'definition')} broken, ${kept} served as last sound` : '';
      return `The changed definitions are live: ${counted(metrics.size, 'metric')}${faults}.`;
    }
    case 'database':
      return 'The database was replaced; new questions are asked to the new one.';
    case 'refused':
      return `The changed ${event.change} cannot be taken over, so what was served goes on: ${event.failure.message}`;
  }
}

function exampleText(url: string, graphql: string, answer: Answer): string {
  return `
Open ${url} in a browser, or paste this into a terminal:

  ${curlOf(url, graphql)}

It asks:

${indented(graphql)}
and the answer is:

${indented(tableOf(answer))}
`;
}

/** One line, quoted for a POSIX shell. */
function curlOf(url: string, graphql: string): string {
  const body = JSON.stringify({ query: graphql.replace(/\s+/g, ' ').trim() });
  return `curl -s ${url} -H 'content-type: application/json' -d '${body.replaceAll("'", "'\\''")}'`;
}

function brokenLines({ catalog, diagnostics }: Tenet): readonly string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return [];
  return [
    `  broken       ${counted(catalog.broken.size, 'definition')}, ${counted(errors, 'error')}: \`tenet check\` shows them`,
  ];
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');
