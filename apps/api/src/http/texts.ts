import { ValidateBy } from 'class-validator';
import type { TextKind } from '#kernel';

/** The name under which class-validator keeps what a text is for; the pipe reads it (form-fit.ts), and forms that are made of forms inherit it. */
export const TEXT_KIND = 'lepta:text';

const text = (kind: TextKind): PropertyDecorator =>
  ValidateBy({ name: TEXT_KIND, constraints: [kind], validator: { validate: () => true } });

/** On a text of several lines. Without it a text of a form is one line. */
export const ManyLines = (): PropertyDecorator => text('lines');

/** On a text that nobody is shown: a password, or words that are looked for. It may have every character that can be kept. */
export const Unseen = (): PropertyDecorator => text('unseen');
