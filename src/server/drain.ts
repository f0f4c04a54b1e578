import type { Server } from 'node:http';

/** How often idle keep-alive connections are closed while requests in flight finish. */
const SWEEP_MS = 50;

/**
 * Stops accepting connections and waits until the requests in flight are answered; what is left after `graceMs` is cut off.
 */
export async function drain(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
