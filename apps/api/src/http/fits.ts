import { ValidateBy } from 'class-validator';

/**
 * On a text of a form: what can be said of it without asking the database. A form says everything at once that decorators find; what only its service finds it says
 * after, so whatever a person may leave empty or mistype belongs here.
 * @param code of the refusal at this field
 */
export const Fits = (fits: (text: string) => boolean, code: string): PropertyDecorator =>
  ValidateBy(
    {
      name: 'fits',
      validator: {
        validate: (value: unknown) => typeof value !== 'string' || fits(value),
        defaultMessage: () => code, // without a message class-validator forgets the context
      },
    },
    { context: { code } },
  );
