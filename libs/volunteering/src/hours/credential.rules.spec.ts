import { createHash } from 'node:crypto';
import { badgeOf, keyId } from './credential.rules.js';

const credential = badgeOf({
  hours: {
    from: '2026-01-01',
    to: '2026-12-31',
    verificationCode: '7KQ2-M0XD-9TRB-41WZ-5',
    shifts: 2,
    minutes: 165,
    months: [],
    organizations: [
      { organization: 'a', name: 'Тёплый двор', shifts: 1, minutes: 120, months: [] },
      { organization: 'b', name: 'Общий стол', shifts: 1, minutes: 45, months: [] },
    ],
  },
  holder: { name: 'Анна Кравцова', email: 'anna@example.org' },
  say: (minutes) => `${minutes} мин`,
  publicUrl: 'https://lepta.example.org',
  issuedAt: new Date('2026-11-30T10:00:00Z'),
  salt: 'соль',
  locale: 'ru',
});

test('what Open Badges 3.0 asks of an achievement credential is there', () => {
  expect(credential).toMatchObject({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    id: 'https://lepta.example.org/hours/7KQ2-M0XD-9TRB-41WZ-5',
    name: 'Добровольческие часы: 165 мин',
    issuer: { id: 'https://lepta.example.org/api/v1/credentials/issuer', type: ['Profile'], name: 'Лепта' },
    validFrom: '2026-11-30T10:00:00.000Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      creditsEarned: 2.75,
      achievement: { type: ['Achievement'], achievementType: 'CommunityService', criteria: expect.any(Object) },
    },
  });
});

test('the address is there as a hash alone, and who knows it finds it again', () => {
  expect(JSON.stringify(credential)).not.toContain('anna@example.org');
  const hash = createHash('sha256').update('anna@example.orgсоль').digest('hex');
  expect(JSON.stringify(credential)).toContain(`sha256$${hash}`);
});

test('the minutes of each organization, and where to check them', () => {
  expect(credential.evidence).toEqual([
    expect.objectContaining({
      id: 'https://lepta.example.org/hours/7KQ2-M0XD-9TRB-41WZ-5',
      narrative: 'С 2026-01-01 по 2026-12-31:\nТёплый двор: 120 мин\nОбщий стол: 45 мин',
    }),
  ]);
  expect(keyId('https://lepta.example.org', 'k')).toBe('https://lepta.example.org/api/v1/credentials/keys/k');
});
