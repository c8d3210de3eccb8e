import { post } from '../../../lib/api.js';

/** `answered`: the answer comes by mail. */
export interface TakenComplaint {
  number: number;
  answered: boolean;
}
export const complain = (
  form: { about: string; kind: string | undefined; text: string; email: string | undefined },
  key: string,
): Promise<TakenComplaint> => post('/complaints', form, key);
