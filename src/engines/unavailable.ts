import { Failure } from '../base/failure';

/** The database cannot be reached, or not now. */
export const unavailable = (message: string, hint?: string): Failure =>
  new Failure('ENGINE.UNAVAILABLE', message, { family: 'engine', ...(hint === undefined ? {} : { hint }) });
