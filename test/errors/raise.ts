import { request } from 'node:http';
import { renderDiagnostic } from '../../src/base/code-frame';
import type { Diagnostic } from '../../src/base/diagnostic';
import { failureOf, printFailure } from '../../src/cli/print/print-failure';
import { parseQuery } from '../../src/metrics/query/parse-query';
import { type RunningServer, startServer } from '../../src/server/start-server';
import { checkDefinitions } from '../../src/service/check';
import type { Tenet } from '../../src/service/tenet';
import { checkData } from '../../src/trust/data-checks';
import { tenet as runTenet } from '../cli/captured-io';
import type { Company } from './company';
import type { ErrorExample, HttpExample } from './example';

/** What the product said. */
export interface Said {
  readonly code: string;
  /** As a user reads it, without the places of this machine. */
  readonly text: string;
}

/** Runs an example on its company; everything that the product says, in order. */
export async function raise(example: ErrorExample, company: Company): Promise<readonly Said[]> {
  const said = await sayings(example, company);
  return said.map(({ code, text }) => ({ code, text: text.replaceAll(`${company.folder}/`, '').trimEnd() }));
}

async function sayings(example: ErrorExample, company: Company): Promise<readonly Said[]> {
  const { command, question, graphql, request: raw } = example;
  if (command !== undefined) return ofCommand(command, company);
  if (question !== undefined)
    return [await ofFailure(async () => (await company.tenet()).ask(parseQuery(question)))];
  if (graphql !== undefined) {
    const body = JSON.stringify({ query: graphql, variables: example.variables });
    const headers = { 'content-type': 'application/json' };
    return ofRequest({ method: 'POST', path: '/graphql', headers, body }, await company.tenet());
  }
  if (raw !== undefined) return ofRequest(raw, await company.tenet());
  return example.check === 'data' ? ofData(company) : ofCheck(company);
}

/** The failure that `action` ends with, as the command line prints it. */
export async function ofFailure(action: () => Promise<unknown>): Promise<Said> {
  try {
    await action();
  } catch (error) {
    const failure = failureOf(error);
    let text = '';
    printFailure(failure, {
      err: (piece) => {
        text += piece;
      },
    } as Parameters<typeof printFailure>[1]);
    return { code: failure.code, text };
  }
  return { code: 'none', text: 'It was answered.' };
}

export async function ofCommand(line: string, { folder }: Pick<Company, 'folder'>): Promise<readonly Said[]> {
  const [, ...words] = line.split(' ');
  const { err } = await runTenet(words, { cwd: folder });
  return [{ code: /^error (\S+):/.exec(err)?.[1] ?? 'none', text: err }];
}

function ofDiagnostics(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): readonly Said[] {
  return diagnostics.map((diagnostic) => ({
    code: diagnostic.code,
    text: renderDiagnostic(diagnostic, texts.get(diagnostic.at.file) ?? null, {
      color: false,
      folder: 'definitions',
    }),
  }));
}

export async function ofCheck({ definitions }: Pick<Company, 'definitions'>): Promise<readonly Said[]> {
  const { diagnostics, files } = await checkDefinitions(definitions, { examples: true });
  return ofDiagnostics(diagnostics, new Map(files.map((file) => [file.path, file.text])));
}

async function ofData(company: Company): Promise<readonly Said[]> {
  const { catalog, engine } = await company.tenet();
  const { files } = await checkDefinitions(company.definitions, { examples: false });
  return ofDiagnostics(
    await checkData(catalog, engine),
    new Map(files.map((file) => [file.path, file.text])),
  );
}

interface Body {
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly hint?: string };
  }[];
  readonly data?: {
    readonly metricQuery?: {
      readonly notices?: readonly { readonly code: string; readonly message: string }[];
    };
  };
}

/** Over HTTP: the errors of the response, or the notices of its answer. */
export async function ofRequest(example: HttpExample, tenet: Tenet): Promise<readonly Said[]> {
  const server = await startServer({ tenet, host: '127.0.0.1', port: 0, log: () => {} });
  try {
    const { errors = [], data } = JSON.parse(await send(example, server)) as Body;
    const notices = data?.metricQuery?.notices ?? [];
    return [
      ...errors.map(({ message, extensions: { code, hint } }) => ({
        code,
        text: saidOf('error', code, message, hint),
      })),
      ...notices.map(({ code, message }) => ({ code, text: saidOf('notice', code, message) })),
    ];
  } finally {
    await server.close();
  }
}

const saidOf = (kind: string, code: string, message: string, hint?: string): string =>
  `${kind} ${code}: ${message}${hint === undefined ? '' : `\n  hint: ${hint}`}`;

/** `fetch` would set some headers itself, the host among them. */
function send({ method, path, headers, body }: HttpExample, { url }: RunningServer): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, method, path, headers: headers ?? {}, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
        });
        response.on('end', () => resolve(text));
      },
    );
    sent.on('error', reject).end(body);
  });
}
