import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { WISH_LIMITS } from '#volunteering';
import { CODE_LENGTH, IsCode } from '../needs/fields.js';
import { ShiftAnswer } from './shifts.answers.js';

class WeeklyWindowDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum: 7 },
    example: [6, 7],
    description: '1 is Monday',
  })
  @IsArray()
  @ArrayMaxSize(7)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  days: number[];

  @ApiProperty({ type: String, example: '09:00', description: 'By the clock of the place' })
  @IsString()
  @MaxLength(5)
  from: string;

  @ApiProperty({ type: String, example: '12:00', description: 'Later than `from`; `24:00` is midnight' })
  @IsString()
  @MaxLength(5)
  until: string;
}

/** When, where and with what skills a volunteer would come to shifts. */
export class ShiftWishDto {
  @ApiProperty({ type: String, example: 'blagoveshchensk' })
  @IsString()
  @MaxLength(CODE_LENGTH)
  @IsCode()
  place: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: WISH_LIMITS.radiusKm, example: 50 })
  @IsInt()
  @Min(1)
  @Max(WISH_LIMITS.radiusKm)
  radiusKm: number;

  @ApiProperty({ type: Boolean, description: 'From home too' })
  @IsBoolean()
  remote: boolean;

  @ApiProperty({
    type: [String],
    maxItems: WISH_LIMITS.skills,
    example: ['sorting', 'english'],
    description: 'Languages too',
  })
  @IsArray()
  @ArrayMaxSize(WISH_LIMITS.skills)
  @IsString({ each: true })
  @MaxLength(CODE_LENGTH, { each: true })
  skills: string[];

  @ApiProperty({ type: [WeeklyWindowDto], maxItems: WISH_LIMITS.windows, description: 'None: at any time' })
  @IsArray()
  @ArrayMaxSize(WISH_LIMITS.windows)
  @ValidateNested({ each: true })
  @Type(() => WeeklyWindowDto)
  windows: WeeklyWindowDto[];

  @ApiProperty({ type: Boolean, description: 'A mail once a week about new shifts that suit' })
  @IsBoolean()
  told: boolean;
}

class WeeklyWindowAnswer {
  @ApiProperty({ type: 'array', items: { type: 'integer' }, example: [6, 7], description: '1 is Monday' })
  days: number[];
  @ApiProperty({ type: String, example: '09:00' }) from: string;
  @ApiProperty({ type: String, example: '12:00' }) until: string;
}

class ShiftWishAnswer {
  @ApiProperty({ type: String, example: 'blagoveshchensk' }) place: string;
  @ApiProperty({ type: 'integer', example: 50 }) radiusKm: number;
  @ApiProperty({ type: Boolean }) remote: boolean;
  @ApiProperty({ type: [String], example: ['sorting'] }) skills: string[];
  @ApiProperty({ type: [WeeklyWindowAnswer], description: 'None: at any time' }) windows: WeeklyWindowAnswer[];
  @ApiProperty({ type: Boolean }) told: boolean;
}

export class OwnWishAnswer {
  @ApiProperty({ type: ShiftWishAnswer, nullable: true, description: 'Null: nothing was said' })
  wish: ShiftWishAnswer | null;
}

export class SuitedShiftsAnswer {
  @ApiProperty({ type: [ShiftAnswer], description: 'The soonest first, at most 20' }) items: ShiftAnswer[];
}
