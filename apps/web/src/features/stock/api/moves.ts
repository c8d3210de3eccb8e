import { api } from '../../../lib/api.js';
import type { Schema } from '../../../lib/api-types.js';
import type { Stock } from './stock.js';

export const sendLot = ({ lot, ...form }: { lot: string } & Schema['MoveLotDto'], key: string): Promise<Stock> =>
  api.post('/lots/{id}/move', { path: { id: lot }, body: form, key });
export const receiveMove = (
  { move, ...form }: { move: string } & Schema['ReceiveMoveDto'],
  key: string,
): Promise<Stock> => api.post('/moves/{id}/receive', { path: { id: move }, body: form, key });
export const callBack = (move: string, key: string): Promise<Stock> =>
  api.post('/moves/{id}/call-back', { path: { id: move }, key });
