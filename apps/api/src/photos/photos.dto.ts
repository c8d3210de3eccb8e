import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PHOTO_LIMITS } from '#photos';

/** Refused photos have a place in the order too. */
const ORDERED_MAX = 100;

/** The fields beside the file. */
export class PhotoDto {
  @ApiPropertyOptional({ type: String, description: 'What it shows, in words, for those who do not see it' })
  @IsOptional()
  @IsString()
  @MaxLength(PHOTO_LIMITS.altMax)
  alt?: string;
}

export class PhotoOrderDto {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: ORDERED_MAX, description: 'All of its photos, each once' })
  @IsArray()
  @ArrayMaxSize(ORDERED_MAX)
  @IsUUID(undefined, { each: true })
  ids: string[];
}
