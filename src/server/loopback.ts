import { isIPv4, isIPv6 } from 'node:net';

/** Whether an address can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  return isIPv4(host) ? host.startsWith('127.') : isIPv6(host) && host === '::1';
}

/**
 * Whether a `Host` header names this machine. A page of another site that has its own name point to 127.0.0.1 sends its own
 * name, and is refused.
 */
export function isLoopbackHeader(host: string | undefined): boolean {
  if (host === undefined) return false;
  const name = host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isLoopback(name.toLowerCase());
}
