import { takenBackLetter } from './booking-mail.rules.js';

test('who booked reads what, when on the clock of the place, and why', () => {
  const told = {
    booking: { startsAt: new Date('2026-12-01T01:00:00Z'), endsAt: new Date('2026-12-01T03:30:00Z') },
    resource: { name: 'Зал на Ленина', organizationName: 'АНО «Пример помощи»' },
    reason: 'Прорвало трубу',
    timeZone: 'Asia/Yakutsk',
  };
  const ru = takenBackLetter({ ...told, locale: 'ru' });
  expect(ru.body).toContain('Зал на Ленина, 1 декабря в 10:00 – 1 декабря в 12:30');
  expect([ru.body.includes('Прорвало трубу'), ru.subject]).toEqual([true, 'Вашу бронь отменили']);
  const en = takenBackLetter({ ...told, locale: 'en' });
  expect(en.body).toContain('10:00');
  expect(en.notice.en).toContain('Зал на Ленина');
});
