import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import type { OperationContext } from './answer-plugin';
import type { Log } from './observe/log';
import type { Notes } from './observe/notes';
import type { ServerMetrics } from './observe/server-metrics';
import type { Page } from './page';
import type { ServingTenet } from './serving-tenet';

/** What the answers are made from. */
export interface Site {
  readonly apollo: ApolloServer<OperationContext>;
  /** Hold it for as long as a request asks it. */
  readonly serving: ServingTenet;
  /** Of the catalog that serves now. */
  page(): Page;
  /** False from the moment that shutdown begins. */
  isReady(): boolean;
  readonly log: Log;
  readonly metrics: ServerMetrics;
}

/** One request and its answer. */
export interface Exchange {
  readonly requestId: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What is told of the request when it is over. */
  readonly notes: Notes;
  /** What stands in the place of the `:name` of the path, decoded; empty for a path without. */
  readonly name: string;
}
