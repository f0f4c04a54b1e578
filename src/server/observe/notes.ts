import type { QuestionNote } from './observed-tenet';

/** Filled while a request is answered. */
export interface Notes {
  /** The path of its route, as in the table. */
  route: string | null;
  /** The name of the GraphQL operation. */
  operation: string | null;
  /** Why it was refused as a whole. */
  code: string | null;
  readonly questions: QuestionNote[];
}
