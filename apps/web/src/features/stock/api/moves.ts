import { post } from '../../../lib/api.js';
import type { Stock } from './stock.js';

export const sendLot = (
  { lot, ...form }: { lot: string; to: string; quantity: string; unit: string; note?: string },
  key: string,
): Promise<Stock> => post(`/lots/${lot}/move`, form, key);
export const receiveMove = (
  { move, ...form }: { move: string; quantity?: string; unit?: string; back?: boolean; reason?: string },
  key: string,
): Promise<Stock> => post(`/moves/${move}/receive`, form, key);
export const callBack = (move: string, key: string): Promise<Stock> => post(`/moves/${move}/call-back`, {}, key);
