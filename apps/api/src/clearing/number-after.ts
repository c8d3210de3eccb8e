import { decodeCursor } from '../http/index.js';

/** The columns are 32 bits wide; nothing stands behind the last of them. */
export const numberAfter = (cursor: string | undefined): number | null => {
  const number = decodeCursor(cursor, ['integer'])?.[0];
  return number === undefined ? null : Math.max(-1, Math.min(number, 2 ** 31 - 1));
};
