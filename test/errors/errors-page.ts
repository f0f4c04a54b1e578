import { CODES, type Code } from '../../src/base/codes';
import { NOTICES, type NoticeCode } from '../../src/base/notices';
import { BY_HAND } from './by-hand';
import type { ErrorExample } from './example';

/** `FILE`, `YAML`, … → what its codes are about. A namespace without words would stand alone. */
const NAMESPACES: Readonly<Record<string, string>> = {
  FILE: 'Files',
  YAML: 'YAML',
  SHAPE: 'Shapes of definitions',
  NAME: 'Names',
  COMPANY: 'The company',
  FORMULA: 'Formulas',
  TYPE: 'Types',
  REFERENCE: 'References',
  QUERY_TEXT: 'Queries of datasets',
  DATASET: 'Datasets',
  JOIN: 'Joins',
  PATH: 'Chains of joins',
  TIME: 'Time',
  QUERY: 'Questions',
  DEFINITION: 'Broken definitions',
  GRAIN: 'Grain',
  DIMENSION: 'Dimensions',
  FILTER: 'Filters',
  AGGREGATE: 'Aggregates',
  ENGINE: 'The database',
  DATA: 'Data',
  EXAMPLE: 'Worked examples',
  REQUEST: 'Requests over HTTP',
  ENVIRONMENT: 'The machine',
  USAGE: 'The command line',
  INTERNAL: 'Our own faults',
};

const fence = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

/** What is written, asked or sent, in the order in which it is done. */
function inputOf(example: ErrorExample): readonly string[] {
  const { files = {}, tables = [], question, command, graphql, variables, request } = example;
  return [
    ...tables.map((statement) => fence('sql', statement)),
    ...Object.entries(files).map(([name, text]) => fence('yaml', `# ${name}\n${text}`)),
    ...(question === undefined ? [] : [fence('json', JSON.stringify(question))]),
    ...(command === undefined ? [] : [fence('', command)]),
    ...(graphql === undefined ? [] : [fence('', graphql)]),
    ...(variables === undefined ? [] : [fence('json', JSON.stringify(variables))]),
    ...(request === undefined ? [] : [fence('', httpText(request))]),
    ...(example.check === 'data' ? [fence('', 'tenet check --data')] : []),
  ];
}

function httpText({ method, path, headers = {}, body }: NonNullable<ErrorExample['request']>): string {
  const lines = [`${method} ${path}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  return [...lines, ...(body === undefined ? [] : ['', body])].join('\n');
}

/** Markdown takes what stands between these signs for HTML; in code they stay. */
const prose = (text: string): string =>
  text.replace(/(`[^`]*`)|</g, (sign, inCode: string | undefined) => inCode ?? (sign === '<' ? '\\<' : sign));

function section(code: Code | NoticeCode, example: ErrorExample | undefined, text: string): string {
  const { cause, remedy } = { ...CODES, ...NOTICES }[code];
  const input = example ? inputOf(example) : [BY_HAND[code as Code]?.how ?? ''];
  return [
    `### ${code}`,
    `${prose(cause)} **What to do**: ${prose(remedy)}`,
    ...input,
    fence('text', text),
  ].join('\n\n');
}

/** The whole page: codes in the order of their table, namespaces in the order of their first code, and then notices. */
export function errorsPage(
  examples: ReadonlyMap<string, ErrorExample>,
  texts: ReadonlyMap<Code | NoticeCode, string>,
): string {
  const codes = Object.keys(CODES) as Code[];
  const notices = (Object.keys(NOTICES) as NoticeCode[]).map((code) =>
    section(code, examples.get(code), texts.get(code) ?? ''),
  );
  const namespaces = [...new Set(codes.map((code) => code.split('.')[0]!))];
  const parts = namespaces.map((namespace) => {
    const own = codes.filter((code) => code.startsWith(`${namespace}.`));
    const sections = own.map((code) => section(code, examples.get(code), texts.get(code) ?? ''));
    return `## ${NAMESPACES[namespace] ?? namespace}\n\n${sections.join('\n\n')}`;
  });
  return `# Errors

<!-- Generated from src/base/codes.ts, src/base/notices.ts and test/errors by \`npm run docs\`. -->

Every code has one cause, and means the same in \`tenet check\`, on the command line, and in GraphQL (\`extensions.code\`). Under
each stands what to do about it, an example that raises it, and what Tenet then says: a test raises every one. Without definitions
of its own an example is about the demo company.

${parts.join('\n\n')}

## Notices

A notice goes with an answer and changes none of its numbers: it says what a reader could take them for. The command line
prints it to standard error, GraphQL has it under \`notices\`.

${notices.join('\n\n')}
`;
}
