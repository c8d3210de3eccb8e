import { InvalidArgumentError } from 'commander';
import { RowRejected, sentenceOf } from '#exchange/light';
import { Refusal } from '#kernel';

/** What is wrong with the command's input, not with us: exit code 2. */
export class InputError extends Error {}

/** What is wrong with the input, as a line for the operator; anything else stays what it is. */
export function inputError(err: unknown): unknown {
  if (err instanceof RowRejected) return new InputError(`${err.row.file}, line ${err.row.line}, column ${err.row.column}: ${err.row.en} (${err.row.code})\nNothing was written.`);
  if (err instanceof Refusal) return new InputError(sentenceOf(err.code, err.params, 'en'));
  if ((err as NodeJS.ErrnoException | null)?.code === 'ENOENT') return new InputError(`There is no file ${(err as NodeJS.ErrnoException).path ?? ''}`);
  return err;
}

/** A refusal as lines for the operator, each field with its option. */
export function sentencesOf({ code, params, errors }: Refusal): string {
  if (errors.length === 0) return `${sentenceOf(code, params, 'en')} (${code})`;
  return errors.map((error) => `--${error.field}: ${sentenceOf(error.code, error.params ?? {}, 'en')} (${error.code})`).join('\n');
}

/** A moment of the command line. */
export function time(text: string): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new InvalidArgumentError('a time such as 2026-01-01T00:00:00Z');
  return at;
}
