import { extractText, getDocumentProxy } from 'unpdf';
import { catalogueFromFiles } from '#catalogue';
import { hoursPaper } from './hours-paper.js';
import { hoursSheet } from './hours-sheet.rules.js';

test('the certificate has a text layer that says who worked, what, how long and by which code it is checked', async () => {
  const sheet = hoursSheet(
    await catalogueFromFiles(),
    {
      from: '2026-01-01',
      to: '2026-12-31',
      timeZone: 'Asia/Yakutsk',
      shifts: 1,
      minutes: 95,
      verificationCode: '7KQ2-M0XD-9TRB-41WZ-5',
      organizations: [{ organization: 'x', name: 'Тёплый двор', shifts: 1, minutes: 95 }],
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
    { who: 'Иванова Анна', publicUrl: 'https://lepta.example', now: new Date('2026-11-30T00:00:00Z') },
    'ru',
  );
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await hoursPaper(sheet))), {
    mergePages: true,
  });
  const plain = text.replace(/\s+/g, ' ');
  for (const words of [
    'Справка о волонтёрских часах',
    'Иванова Анна',
    '7KQ2-M0XD-9TRB-41WZ-5',
    'Всего 1 ч 35 мин, 1 смена',
    '=Сумма; "склад"',
  ])
    expect(plain).toContain(words);
});
