import { randomBytes } from 'node:crypto';
import { record, type Tx } from '#platform';
import { CODE_BYTES, codeFrom } from './check-in-code.rules.js';
import type { ShiftColumns } from './shift-form.rules.js';
import { ShiftEntity } from './shift.entity.js';

type NewShift = ShiftColumns &
  Pick<ShiftEntity, 'id' | 'needId' | 'createdBy' | 'via' | 'createdAt' | 'seriesId' | 'seriesDay'>;

/** A shift with nobody in it, and a check-in code of its own. */
export async function insertShift(tx: Tx, shift: NewShift): Promise<void> {
  const code = codeFrom(randomBytes(CODE_BYTES));
  const empty = { version: 1, status: 'planned', taken: 0, queued: 0, code, reason: null, apart: false } as const;
  await tx.insert(ShiftEntity, { ...shift, ...empty, updatedAt: shift.createdAt });
  await record(tx, 'shift.planned', { shiftId: shift.id });
}
