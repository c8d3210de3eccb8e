import { InvalidArgumentError } from 'commander';
import { sentence } from '#catalogue';
import { rejectedSentence, RowRejected } from '#tables';
import { Refusal } from '#kernel';

/** What is wrong with the command's input, not with us: exit code 2. */
export class InputError extends Error {}

/** The language of the person at the terminal. Loaded when there is something to say: a command on files begins faster without. */
export async function terminalLocale(): Promise<'ru' | 'en'> {
  return (await import('#host')).operatorLocale();
}

/** What is wrong with the input, as a line for the operator in their language; anything else stays what it is. @param paths of the files, by what they hold */
export async function inputError(err: unknown, paths: Readonly<Record<string, string | null>> = {}): Promise<unknown> {
  const locale = await terminalLocale();
  if (err instanceof RowRejected)
    return new InputError(
      `${rejectedSentence(err.row, paths[err.row.file] ?? err.row.file, locale)}\n${locale === 'ru' ? 'Ничего не записано.' : 'Nothing was written.'}`,
    );
  if (err instanceof Refusal) return new InputError(sentence(err.code, err.params, locale));
  if ((err as NodeJS.ErrnoException | null)?.code === 'ENOENT') {
    const path = (err as NodeJS.ErrnoException).path ?? '';
    return new InputError(locale === 'ru' ? `Нет файла ${path}` : `There is no file ${path}`);
  }
  return err;
}

/** A refusal as lines for the operator, each field with its option. */
export function sentencesOf({ code, params, errors }: Refusal): string {
  if (errors.length === 0) return `${sentence(code, params, 'en')} (${code})`;
  return errors
    .map((error) => `--${error.field}: ${sentence(error.code, error.params ?? {}, 'en')} (${error.code})`)
    .join('\n');
}

/** A moment of the command line. */
export function time(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('a time such as 2026-01-01T00:00:00Z');
  return at;
}
