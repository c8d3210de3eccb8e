import type { ShiftStatus } from './shift.entity.js';

/** How a shift stands for its coordinator: people are lacking, it is full, hours wait for a word, it is over, or it was cancelled. */
export const SHIFT_STATES = ['lacking', 'full', 'confirm', 'done', 'cancelled'] as const;
export type ShiftState = (typeof SHIFT_STATES)[number];

interface ShiftNow {
  readonly status: ShiftStatus;
  readonly endsAt: Date;
  readonly capacity: number;
  readonly taken: number;
  /** Came, and their hours are not confirmed. */
  readonly checkedIn: number;
}

/** Hours are confirmed first, whatever else is open. */
export function shiftState({ status, endsAt, capacity, taken, checkedIn }: ShiftNow, now: Date): ShiftState {
  if (status === 'cancelled') return 'cancelled';
  if (checkedIn > 0) return 'confirm';
  if (endsAt <= now) return 'done';
  return taken < capacity ? 'lacking' : 'full';
}
