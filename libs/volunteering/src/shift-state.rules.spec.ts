import { shiftState, type ShiftState } from './shift-state.rules.js';

const [BEFORE, ENDS] = [new Date('2026-12-05T09:00:00Z'), new Date('2026-12-05T10:00:00Z')];
const SHIFT = { status: 'planned', endsAt: ENDS, capacity: 4, taken: 3, checkedIn: 0 } as const;

test.each<[what: string, shift: Partial<Parameters<typeof shiftState>[0]>, now: Date, state: ShiftState]>([
  ['a place is free', {}, BEFORE, 'lacking'],
  ['no place is free', { taken: 4 }, BEFORE, 'full'],
  ['a volunteer is there', { checkedIn: 1 }, BEFORE, 'confirm'],
  ['it is over', {}, ENDS, 'done'],
  ['it is over and hours wait', { checkedIn: 2 }, ENDS, 'confirm'],
  ['it was cancelled', { status: 'cancelled' }, BEFORE, 'cancelled'],
])('%s', (_what, shift, now, state) => {
  expect(shiftState({ ...SHIFT, ...shift }, now)).toBe(state);
});
