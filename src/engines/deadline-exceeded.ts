import { Failure } from '../base/failure';

export const deadlineExceeded = (deadlineMs: number): Failure =>
  new Failure('ENGINE.DEADLINE', `The question took longer than its deadline of ${deadlineMs} ms.`, {
    family: 'engine',
    hint: 'Ask for a shorter period or fewer splits.',
  });
