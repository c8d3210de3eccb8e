import { useQueries } from '@tanstack/react-query';
import type { MyShift } from '../../../lib/api-types.js';
import { oneShift } from './shifts.js';

/** The next tickets are asked for before anybody opens them: at the place there may be no connection. */
export function useTicketsKept(mine: readonly MyShift[]): void {
  const next = mine.filter(({ status }) => status === 'signed_up').slice(0, 3);
  useQueries({ queries: next.map(({ shift }) => oneShift(shift)) });
}
