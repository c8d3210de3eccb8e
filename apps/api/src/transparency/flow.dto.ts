import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { GIVERS, PERIODS, type Period } from '#transparency';
import { CODE_MAX } from '../catalogue/catalogue.dto.js';
import { PERIOD } from './balance.dto.js';

const KINDS = ['money', 'goods', 'time'] as const;

export class FlowQuery {
  @ApiPropertyOptional({ enum: KINDS, default: 'money', description: 'Of things those that are counted in pieces' })
  @IsIn(KINDS)
  kind: (typeof KINDS)[number] = 'money';

  @ApiPropertyOptional(PERIOD)
  @IsIn(PERIODS)
  period: Period = 'all';

  @ApiPropertyOptional({
    type: String,
    maxLength: CODE_MAX,
    description: 'A municipality; kinds of givers are not told apart there',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_MAX)
  place?: string;

  @ApiPropertyOptional({ type: String, maxLength: CODE_MAX, description: 'A sphere' })
  @IsOptional()
  @IsString()
  @MaxLength(CODE_MAX)
  sphere?: string;
}

const FLOW_GIVERS = [...GIVERS, 'all'];
const FLOW_KEY = (of: string): { type: StringConstructor; nullable: true; example: string; description: string } => ({
  type: String,
  nullable: true,
  example: of,
  description: 'Null: all that are not told one by one',
});

class FlowGiverAnswer {
  @ApiProperty({
    enum: FLOW_GIVERS,
    description:
      '`unnamed`: who keeps the name back, and kinds of fewer than five givers; `stores`: lots and what was left over; `all`: kinds are not told apart',
  })
  giver: string;
  @ApiProperty({ type: 'integer', example: 1500000 }) amount: number;
}

class FlowSphereAnswer {
  @ApiProperty(FLOW_KEY('relief')) key: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: 'How many spheres it stands for' }) count: number;
  @ApiProperty({ type: 'integer', example: 1500000 }) amount: number;
}

class FlowPlaceAnswer {
  @ApiProperty(FLOW_KEY('selemdzhinsky')) key: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: 'How many municipalities it stands for' }) count: number;
  @ApiProperty({ type: 'integer', example: 1500000 }) amount: number;
}

class FlowGivenAnswer {
  @ApiProperty({ enum: FLOW_GIVERS }) giver: string;
  @ApiProperty(FLOW_KEY('relief')) sphere: string | null;
  @ApiProperty({ type: 'integer', example: 1500000 }) amount: number;
}

class FlowArrivedAnswer {
  @ApiProperty(FLOW_KEY('relief')) sphere: string | null;
  @ApiProperty(FLOW_KEY('selemdzhinsky')) place: string | null;
  @ApiProperty({ type: 'integer', example: 1500000 }) amount: number;
}

export class FlowAnswer {
  @ApiProperty({ enum: KINDS }) kind: string;
  @ApiProperty({ type: String, example: 'kopeck', description: 'Base unit of every amount' }) unit: string;
  @ApiProperty({ type: 'integer', example: 1500000, description: 'What arrived; the sum of each column' })
  amount: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 510000,
    description:
      'What arrived at needs of private categories, which is in no other number here; null where a period, a place or a sphere is asked for',
  })
  apart: number | null;
  @ApiProperty({ type: String, format: 'date-time', description: 'When the books were read' }) at: string;
  @ApiProperty({ type: [FlowGiverAnswer] }) givers: FlowGiverAnswer[];
  @ApiProperty({ type: [FlowSphereAnswer] }) spheres: FlowSphereAnswer[];
  @ApiProperty({ type: [FlowPlaceAnswer] }) places: FlowPlaceAnswer[];
  @ApiProperty({ type: [FlowGivenAnswer] }) given: FlowGivenAnswer[];
  @ApiProperty({ type: [FlowArrivedAnswer] }) arrived: FlowArrivedAnswer[];
}
