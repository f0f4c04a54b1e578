/** What one HTTP request may hold. */
export const REQUEST_LIMITS = {
  bodyBytes: 256 * 1024,
  depth: 12,
  tokens: 2_000,
  aliases: 30,
  /** Errors in one response. */
  errors: 20,
} as const;
