import { createHash } from 'node:crypto';
import { pageAddress } from '#kernel';
import type { HoursSums } from './hours.rules.js';

type Locale = 'ru' | 'en';

/** What a credential of hours stands on: a certificate of them, and who holds it. */
export interface CredentialOf {
  readonly hours: HoursSums & { readonly from: string; readonly to: string; readonly verificationCode: string };
  readonly holder: { readonly name: string; readonly email: string };
  /** Minutes as people say them. */
  readonly say: (minutes: number) => string;
  readonly publicUrl: string;
  readonly issuedAt: Date;
  /** Makes the hash of the address one of this credential alone. */
  readonly salt: string;
  readonly locale: Locale;
}

const CONTEXTS = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];

const WORDS = {
  ru: {
    issuer: 'Лепта',
    issuerText: 'Социальный банк: время, вещи и деньги в одной книге. Часы подтверждают организации, которым помогали.',
    name: (text: string) => `Добровольческие часы: ${text}`,
    achievement: 'Добровольческие часы',
    description: 'Время, отданное безвозмездно и подтверждённое организациями, которым помогали.',
    criteria: 'Прийти на смену и отметиться; координатор организации подтверждает время до минуты.',
    evidence: 'Проверка по коду',
    period: (from: string, to: string) => `С ${from} по ${to}:`,
  },
  en: {
    issuer: 'Lepta',
    issuerText:
      'A social bank: time, things and money in one ledger. Hours are confirmed by the organizations that were helped.',
    name: (text: string) => `Volunteer hours: ${text}`,
    achievement: 'Volunteer hours',
    description: 'Time that was given without pay and confirmed by the organizations that were helped.',
    criteria: 'Come to a shift and check in; a coordinator of the organization confirms the time to the minute.',
    evidence: 'Check by code',
    period: (from: string, to: string) => `From ${from} to ${to}:`,
  },
} as const;

/** The address of the issuer of credentials and of its keys: this installation. */
export const issuerId = (publicUrl: string): string => `${publicUrl}/api/v1/credentials/issuer`;
export const keyId = (publicUrl: string, kid: string): string => `${publicUrl}/api/v1/credentials/keys/${kid}`;

export function issuerProfile(publicUrl: string, locale: Locale): Record<string, unknown> {
  const words = WORDS[locale];
  return {
    id: issuerId(publicUrl),
    type: ['Profile'],
    name: words.issuer,
    description: words.issuerText,
    url: publicUrl,
  };
}

/** An Open Badges 3.0 credential (1EdTech; W3C Verifiable Credentials 2.0), not yet signed. The holder is named, and identified by the hash of their address; the address cannot be read out of it. */
export function badgeOf({
  hours,
  holder,
  say,
  publicUrl,
  issuedAt,
  salt,
  locale,
}: CredentialOf): Record<string, unknown> {
  const words = WORDS[locale];
  const check = pageAddress(publicUrl, locale, `/hours/${hours.verificationCode}`);
  const lines = hours.organizations.map(({ name, minutes }) => `${name}: ${say(minutes)}`);
  return {
    '@context': CONTEXTS,
    id: check,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: words.name(say(hours.minutes)),
    issuer: issuerProfile(publicUrl, locale),
    validFrom: issuedAt.toISOString(),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: holder.name, identityType: 'name' },
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: `sha256$${createHash('sha256').update(`${holder.email}${salt}`).digest('hex')}`,
          identityType: 'emailAddress',
          salt,
        },
      ],
      activityStartDate: `${hours.from}T00:00:00Z`,
      activityEndDate: `${hours.to}T23:59:59Z`,
      creditsEarned: Math.round((hours.minutes / 60) * 100) / 100,
      achievement: {
        id: `${issuerId(publicUrl)}#volunteer-hours`,
        type: ['Achievement'],
        achievementType: 'CommunityService',
        name: words.achievement,
        description: words.description,
        criteria: { narrative: words.criteria },
      },
    },
    evidence: [
      {
        id: check,
        type: ['Evidence'],
        name: words.evidence,
        narrative: [words.period(hours.from, hours.to), ...lines].join('\n'),
      },
    ],
  };
}
