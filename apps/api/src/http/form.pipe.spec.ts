import 'reflect-metadata';
import { IsString, Matches, MaxLength } from 'class-validator';
import { Refusal } from '#kernel';
import { FaultsTogether, faultsOf, FormPipe } from './form.pipe.js';

class Simple {
  @IsString()
  @MaxLength(20)
  @Matches(/\S/, { context: { code: 'form.required' } })
  name: string;

  @IsString()
  @MaxLength(20)
  words: string;
}

@FaultsTogether()
class Together extends Simple {}

const read = async (metatype: typeof Simple, value: object): Promise<Simple> =>
  (await new FormPipe().transform(value, { type: 'body', metatype })) as Simple;

const REFUSED = [{ field: 'name', code: 'form.required' }];

/** The fields with which it is refused; null where it is not. */
async function refused(tried: () => unknown): Promise<unknown> {
  try {
    await tried();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.errors;
  }
}

const EMPTY = { name: ' ', words: 'слова' };

test('an empty text is refused by the form, where its service finds no faults of its own', async () => {
  expect(await refused(() => read(Simple, EMPTY))).toEqual(REFUSED);
});

test.each<[string, (form: Simple) => unknown]>([
  ['its empty field', (form) => form.name],
  ['another field', (form) => form.words],
  ['all of it', (form) => ({ ...form })],
  ['some of it', ({ words: _, ...others }) => others],
  ['its words', (form) => JSON.stringify(form)],
])('who forgets to ask for the faults of a form cannot read %s', async (_name, take) => {
  const form = await read(Together, EMPTY);
  expect(await refused(() => take(form))).toEqual(REFUSED);
});

test('who has asked for the faults refuses the form, and reads it as it was sent', async () => {
  const form = await read(Together, EMPTY);
  expect(faultsOf(form)).toEqual(REFUSED);
  expect({ ...form }).toEqual(EMPTY);
  expect(faultsOf(form)).toEqual(REFUSED);
});

test('a form without faults is read at once', async () => {
  const form = await read(Together, { name: 'Анна', words: '' });
  expect([form.name, faultsOf(form)]).toEqual(['Анна', []]);
});
