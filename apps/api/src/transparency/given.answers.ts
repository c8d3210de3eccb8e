import { ApiProperty } from '@nestjs/swagger';

class GivenUnitAnswer {
  @ApiProperty({ enum: ['money', 'goods', 'time'] }) kind: string;
  @ApiProperty({ type: String, example: 'kopeck', description: 'Base unit; units are never converted into each other' })
  unit: string;
  @ApiProperty({ type: 'integer', example: 1500000 }) amount: number;
}

class GivenToAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'АНО «Тепло рядом»' }) shortName: string;
  @ApiProperty({ type: String, example: 'selemdzhinsky' }) place: string;
  @ApiProperty({ type: String, format: 'date-time', description: 'When the last of it arrived' }) last: string;
  @ApiProperty({ type: [GivenUnitAnswer] }) units: GivenUnitAnswer[];
}

class GivenOrganizationsAnswer {
  @ApiProperty({ type: 'integer', example: 5 }) count: number;
  @ApiProperty({ type: [GivenToAnswer], description: 'Fifty at most, those that got something last first' })
  items: GivenToAnswer[];
}

export class GivenAnswer {
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the first of it arrived; null: nothing has',
  })
  since: string | null;
  @ApiProperty({ type: [GivenUnitAnswer] }) units: GivenUnitAnswer[];
  @ApiProperty({ type: GivenOrganizationsAnswer }) organizations: GivenOrganizationsAnswer;
}
