/** Errors in one response. Other limits are the company's. */
export const MAX_ERRORS = 20;
