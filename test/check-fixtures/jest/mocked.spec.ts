import { readPublished } from '#seals';

jest.mock('#kernel', () => ({ ...jest.requireActual<object>('#kernel'), isDay: () => true }));

test('a lib is replaced for this file', () => {
  expect(readPublished(`some-day ${'0'.repeat(64)}`)).toMatchObject({ ok: true });
});
