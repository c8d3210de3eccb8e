import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PHOTO_LIMITS } from '#photos';

/** Refused photos have a place in the order too. */
const ORDERED_MAX = 100;

/** The fields beside the file. */
export class PhotoDto {
  @IsOptional() @IsString() @MaxLength(PHOTO_LIMITS.altMax)
  alt?: string;
}

export const PHOTO_FIELDS = { alt: { type: 'string', maxLength: PHOTO_LIMITS.altMax, description: 'What it shows, in words, for those who do not see it' } };

export class PhotoOrderDto {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: ORDERED_MAX, description: 'All of its photos, each once' })
  @IsArray() @ArrayMaxSize(ORDERED_MAX) @IsUUID(undefined, { each: true })
  ids: string[];
}
