import { Client, type ClientConfig, type PoolClient } from 'pg';

/** Between two tries: a cancellation that arrives before its statement is lost. */
const CANCEL_EVERY_MS = 250;

/**
 * Cancels what runs on a connection when the signal is aborted, again and again until told to stop. It is asked for on a connection of
 * its own: the pool's may all be taken by what is to be cancelled.
 */
export function cancelOnAbort(client: PoolClient, config: ClientConfig, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const cancel = async (): Promise<void> => {
    await cancelBackend(client, config).catch(() => undefined);
    if (!stopped) timer = setTimeout(cancel, CANCEL_EVERY_MS);
  };
  const start = (): void => void cancel();
  if (signal.aborted) start();
  else signal.addEventListener('abort', start, { once: true });
  return () => {
    stopped = true;
    signal.removeEventListener('abort', start);
    clearTimeout(timer);
  };
}

async function cancelBackend(client: PoolClient, config: ClientConfig): Promise<void> {
  const other = new Client(config);
  // An error of a connection that nobody listens to would end the process.
  other.on('error', () => undefined);
  try {
    await other.connect();
    await other.query('select pg_cancel_backend($1)', [backendOf(client)]);
  } finally {
    await other.end().catch(() => undefined);
  }
}

/** The driver keeps it, its types do not say so. */
const backendOf = (client: PoolClient): number | null =>
  (client as unknown as { readonly processID: number | null }).processID;
