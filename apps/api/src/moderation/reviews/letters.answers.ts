import { ApiProperty } from '@nestjs/swagger';
import { LETTER_OUTCOMES, type LetterOutcome, type LetterView } from '#moderation';

class LetterAround {
  @ApiProperty({ type: String }) before: string;
  @ApiProperty({ type: String }) after: string;
}

class LetterAnswer {
  @ApiProperty({ enum: LETTER_OUTCOMES }) outcome: LetterOutcome;
  @ApiProperty({ type: String }) subject: string;
  @ApiProperty({ type: String, nullable: true, description: 'Without a reason; null where a reason is needed' })
  body: string | null;
  @ApiProperty({
    type: LetterAround,
    nullable: true,
    description: 'What stands before and after the reason; null where the letter has no place for one',
  })
  around: LetterAround | null;
  @ApiProperty({ type: 'integer', minimum: 1, description: 'How many people get it, each in their own language' })
  readers: number;
  @ApiProperty({ type: Boolean, description: 'The decision waits for another signature, and the letter with it' })
  waits: boolean;
}

export class LettersAnswer {
  @ApiProperty({ type: [LetterAnswer] }) items: readonly LetterView[];
}
