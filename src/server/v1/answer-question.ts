import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure } from '../../base/failure';
import type { Query } from '../../metrics/model/query';
import { findSavedQuery } from '../../service/saved-query';
import type { Tenet } from '../../service/tenet';
import { callerOf, patienceOf } from '../asker';
import type { Exchange, Site } from '../exchange';
import { observedTenet } from '../observe/observed-tenet';
import { COMMON_HEADERS, respondJson } from '../respond';
import { entityTag, isCurrent } from './entity-tag';
import { FORM_PARAMETERS, type Form, formOf } from './form';
import { questionOf, refuseUnknown, savedQuestionOf } from './parameters';
import { noticesOf, sendAnswer } from './send-answer';

/** `GET /v1/query`: one question in the URL, its answer as JSON, NDJSON, CSV or Arrow. */
export async function answerQuery(site: Site, exchange: Exchange): Promise<void> {
  const parameters = parametersOf(exchange.request);
  await withTenet(site, exchange, (tenet) => {
    const question = questionOf(parameters, tenet.catalog, FORM_PARAMETERS);
    return { question, form: formOf(parameters, exchange.request), name: question.metrics[0] ?? 'answer' };
  });
}

/** `GET /v1/saved-queries/NAME`: the saved query of that name, its period and page changed by parameters. */
export async function answerSavedQuery(site: Site, exchange: Exchange): Promise<void> {
  const parameters = parametersOf(exchange.request);
  await withTenet(site, exchange, ({ catalog }) => {
    const saved = findSavedQuery(catalog, exchange.name);
    const question = savedQuestionOf(parameters, saved, catalog, FORM_PARAMETERS);
    return { question, form: formOf(parameters, exchange.request), name: saved.name };
  });
}

/** `GET /v1/saved-queries`: their names and words, and the question that each asks. */
export function listSavedQueries({ serving }: Site, { request, response }: Exchange): void {
  refuseUnknown(parametersOf(request), []);
  const { savedQueries } = serving.current.catalog;
  const all = [...savedQueries.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const listed = all.map(({ name, label, question, description, team, query }) => ({
    ...{ name, label, question, description, team, query },
  }));
  respondJson(response, 200, { savedQueries: listed });
}

interface Asked {
  readonly question: Query;
  readonly form: Form;
  /** Of the file that a browser saves. */
  readonly name: string;
}

/** Answers what `read` finds in the request, from one Tenet that stays open until the last byte is sent. */
async function withTenet(
  { serving }: Site,
  { request, response, notes }: Exchange,
  read: (tenet: Tenet) => Asked,
): Promise<void> {
  refuseOtherSites(request);
  const current = serving.current;
  const release = serving.hold(current);
  const tenet = observedTenet(current, (note) => notes.questions.push(note));
  try {
    const asked = read(tenet);
    refuseTotals(asked);
    await answer(tenet, asked, request, response);
  } finally {
    release();
  }
}

async function answer(
  tenet: Tenet,
  { question, form, name }: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const tag = entityTag(tenet, question, form);
  const { format, numbers, spreadsheet } = form;
  const headers = {
    vary: 'accept',
    ...(tag === null ? { 'cache-control': 'no-store' } : { 'cache-control': 'private, no-cache', etag: tag }),
    ...(format.name !== 'json' && {
      'content-disposition': `attachment; filename="${name}.${format.extension}"`,
    }),
  };
  if (tag !== null && isCurrent(request.headers['if-none-match'], tag)) {
    response.writeHead(304, { ...COMMON_HEADERS, ...headers }).end();
    return;
  }
  if (request.method === 'HEAD') {
    response.writeHead(200, { ...COMMON_HEADERS, 'content-type': format.mediaType, ...headers }).end();
    return;
  }
  const zone = question.zone ?? tenet.catalog.company.zone;
  const { deadlineMs: stallMs } = tenet.catalog.company.limits;
  const sending = { format, options: { numbers, spreadsheet, zone }, headers, stallMs };
  const { signal, deadlineMs, end } = patienceOf(request, response, tenet);
  const caller = [callerOf(request), hash('sha1', request.url ?? '')];
  const answered = tenet.ask(question, { signal, deadlineMs, caller });
  const told = answered.then((result) => noticesOf(result, sending));
  const [result, notices] = await Promise.all([answered, told]).finally(end);
  await sendAnswer(response, result, notices, sending);
}

const parametersOf = (request: IncomingMessage): URLSearchParams => {
  const url = request.url ?? '';
  return new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');
};

/**
 * A page of another site could not read the answer, but it could make a reader's browser ask for a thousand of them. A link that
 * is followed is the reader's own wish.
 */
function refuseOtherSites({ headers }: IncomingMessage): void {
  if (headers['sec-fetch-site'] !== 'cross-site' || headers['sec-fetch-mode'] === 'navigate') return;
  throw new Failure('REQUEST.CROSS_SITE', 'This page may not ask from another site.', {
    hint: 'ask from a program, or from a page that this server or a proxy before it serves',
  });
}

function refuseTotals({ question, form }: Asked): void {
  if (!question.totals || form.format.holdsTotals) return;
  throw new Failure('QUERY.INVALID', `Totals cannot go into ${form.format.name}.`, {
    path: 'totals',
    hint: 'leave out totals, or take format=json: a line of totals would look like the NULL group',
  });
}
