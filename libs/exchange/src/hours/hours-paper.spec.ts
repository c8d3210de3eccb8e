import { extractText, getDocumentProxy } from 'unpdf';
import { catalogueFromFiles } from '#catalogue';
import { hoursPaper } from './hours-paper.js';
import { hoursSheet } from './hours-sheet.rules.js';

const CODE = '7KQ2-M0XD-9TRA-41WZ-5';

/** What a reader, or the person who copies the code, finds in the certificate of this person with this code. */
async function textOf(who: string, verificationCode: string, publicUrl = 'https://lepta.example'): Promise<string> {
  const sheet = hoursSheet(
    await catalogueFromFiles(),
    {
      from: '2026-01-01',
      to: '2026-12-31',
      timeZone: 'Asia/Yakutsk',
      shifts: 1,
      minutes: 95,
      months: [],
      verificationCode,
      organizations: [{ organization: 'x', name: 'Тёплый двор', shifts: 1, minutes: 95, months: [] }],
      items: [
        {
          signUp: 'a',
          day: '2026-11-20',
          what: '=Сумма; "склад"',
          sphere: 'emergency',
          skills: [],
          place: 'zeya',
          organization: 'x',
          name: 'Тёплый двор',
          inn: '7707083893',
          minutes: 95,
          confirmedAt: new Date('2026-11-20T20:30:00Z'),
        },
      ],
    },
    { who, publicUrl, now: new Date('2026-11-30T00:00:00Z') },
    'ru',
  );
  const paper = new Uint8Array(await hoursPaper(sheet));
  const { text } = await extractText(await getDocumentProxy(paper), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

// First: what a font has drawn before is what it is about.
test('papers before it change nothing: Cyrillic letters are drawn with Latin ones, which keep their own text', async () => {
  await textOf('Антонов Тарас', '7KQ2-M0XD-9RRQ-41WZ-5');
  expect(await textOf('Иванова Анна', CODE)).toContain(`${CODE} `);
});

test('the certificate has a text layer that says who worked, what, how long and by which code it is checked', async () => {
  const plain = await textOf('Иванова Анна', CODE);
  for (const words of [
    'Справка о волонтёрских часах',
    'Иванова Анна',
    CODE,
    'Всего 1 ч 35 мин, 1 смена',
    '=Сумма; "склад"',
  ])
    expect(plain).toContain(words);
});
