import { api, filledIn } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';

export type ComplaintKind = Schema['ComplaintDto']['kind'];
export const COMPLAINT_KINDS: readonly ComplaintKind[] = ['card', 'untrue', 'private', 'rude', 'other'];
export const complaintKind = (said: string | undefined): ComplaintKind | undefined =>
  COMPLAINT_KINDS.find((kind) => kind === said);

/** `answered`: the answer comes by mail. */
export type TakenComplaint = Schema['TakenComplaintAnswer'];
export const complain = (form: Partial<Schema['ComplaintDto']>, key: string): Promise<TakenComplaint> =>
  api.post('/complaints', { body: filledIn(form), key });
