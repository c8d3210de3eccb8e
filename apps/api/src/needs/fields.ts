import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, ValidateBy, ValidateIf } from 'class-validator';
import { DAY_MS, DECIMAL, isWritable } from '#kernel';

/** Longest decimal that a quantity may be written with; longest code of the catalogue. */
export const QUANTITY_LENGTH = 40;
export const CODE_LENGTH = 80;
/** What is said of a quantity; how fine and how large it may be depends on its unit. */
export const QUANTITY = { type: String, pattern: DECIMAL.source } as const;

const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d))?$/;

/** An instant in ISO 8601 with its offset, or a day (its first instant in UTC). Reaches the service as `Date` by `instant`. */
export function IsInstant(): PropertyDecorator {
  return ValidateBy({
    name: 'isIso8601',
    validator: { validate: (value: unknown) => typeof value === 'string' && isInstant(value) },
  });
}

/** The day must exist: 31 February is no date, though JavaScript would read it as 3 March. */
function isInstant(text: string): boolean {
  if (!INSTANT.test(text) || !isWritable(new Date(text))) return false;
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}

export function instant(text: string): Date;
export function instant(text: string | null | undefined): Date | null | undefined;
export function instant(text: string | null | undefined): Date | null | undefined {
  return text ? new Date(text) : (text as null | undefined);
}

/** The same, but a day counts to its end. */
export function throughDay(text: string | null | undefined): Date | null | undefined {
  const at = instant(text);
  return at && !text?.includes('T') ? new Date(at.getTime() + DAY_MS - 1) : at;
}

/** May be left out, but not emptied: null is refused. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_, value: unknown) => value !== undefined);
}

/** What one visit, trip, day, box or pack holds. */
export class EachDto {
  @ApiProperty({ ...QUANTITY, example: '90' })
  @IsString()
  @MaxLength(QUANTITY_LENGTH)
  quantity: string;

  @ApiProperty({ type: String, maxLength: CODE_LENGTH, example: 'minute' })
  @IsString()
  @MaxLength(CODE_LENGTH)
  unit: string;
}

/** A code of the catalogue; whether it exists is the service's to say. */
export function IsCode(): PropertyDecorator {
  return applyDecorators(IsString(), MaxLength(CODE_LENGTH));
}
