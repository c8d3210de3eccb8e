import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { isId, refuseForm } from '#kernel';
import './http.refusals.js';

export const PAGE_LIMIT = 20;
export const PAGE_LIMIT_MAX = 200;

/** `?limit=&cursor=`: extend it with the filters of a list. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: PAGE_LIMIT_MAX, default: PAGE_LIMIT })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_LIMIT_MAX)
  limit: number = PAGE_LIMIT;

  @ApiPropertyOptional({
    type: String,
    maxLength: 600,
    description:
      '`nextCursor` of the page before. Opaque: it is read by this list alone; anything else is 422, field `cursor`, code `http.bad-cursor`',
  })
  @IsOptional()
  @IsString()
  @MaxLength(600)
  cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export function page<T>(items: readonly T[], nextCursor: string | null): Page<T> {
  return { items, nextCursor };
}

export type CursorKind = 'text' | 'integer' | 'id' | 'time';
export type CursorOf<K extends readonly CursorKind[]> = {
  -readonly [I in keyof K]: K[I] extends 'integer' ? number : string;
};

/** The sort key of the last item, opaque to callers. Dates as ISO strings. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The sort key that `encodeCursor` hid, checked part by part against `kinds`, so that nothing forged reaches SQL. Null on the first page.
 * Anything else is refused (422, field `cursor`).
 */
export function decodeCursor<const K extends readonly CursorKind[]>(
  cursor: string | undefined,
  kinds: K,
): CursorOf<K> | null {
  if (cursor === undefined) return null;
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    values = null;
  }
  if (!Array.isArray(values) || values.length !== kinds.length || !kinds.every((kind, at) => fits(kind, values[at]))) {
    refuseForm([{ field: 'cursor', code: 'http.bad-cursor' }]);
  }
  return values as CursorOf<K>;
}

function fits(kind: CursorKind, value: unknown): boolean {
  if (kind === 'integer') return Number.isSafeInteger(value);
  if (kind === 'id') return isId(value);
  if (typeof value !== 'string' || value.includes('\0')) return false;
  return kind === 'text' || isTime(value);
}

/** An instant that PostgreSQL reads too: it knows no 31 February (JavaScript calls it 3 March), no year 0 and no offset of 20 hours. */
function isTime(value: string): boolean {
  if (
    !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)$/.test(value) ||
    Number.isNaN(Date.parse(value))
  )
    return false;
  const day = value.slice(0, 10);
  return day >= '0001' && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
