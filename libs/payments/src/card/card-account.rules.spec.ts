import type { Actor } from '#identity';
import { cardVerbs, missingKinds, stateOf, type ToldAccount } from './card-account.rules.js';

const TOLD: ToldAccount = {
  country: 'KZ',
  currency: 'kzt',
  chargesEnabled: false,
  payoutsEnabled: false,
  detailsSubmitted: true,
  missing: [],
  disabledReason: null,
};

test.each<[string, ToldAccount | null]>([
  ['none', null],
  ['begun', { ...TOLD, detailsSubmitted: false }],
  ['checked', TOLD],
  ['checked', { ...TOLD, disabledReason: 'requirements.pending_verification' }],
  ['stopped', { ...TOLD, disabledReason: 'requirements.past_due', missing: ['external_account'] }],
  ['ready', { ...TOLD, chargesEnabled: true }],
])('an account is %s', (state, told) => {
  expect(stateOf(told)).toBe(state);
});

const actor = (role: string): Actor => ({ personId: 'p', organizations: [{ id: 'o', role }] }) as unknown as Actor;

test.each([
  ['owner', 'none', true, ['set-up']],
  ['accountant', 'begun', true, ['continue', 'look']],
  ['owner', 'none', false, []],
  ['coordinator', 'none', true, []],
  ['coordinator', 'ready', true, ['look']],
] as const)('a %s, where it is %s (verified: %s), may %j', (role, state, verified, verbs) => {
  expect(cardVerbs(actor(role), 'o', state, verified)).toEqual(verbs);
});

test('what is missing is told in kinds, each once', () => {
  expect(
    missingKinds(['external_account', 'person_1.verification.document', 'tos_acceptance.ip', 'tos_acceptance.date']),
  ).toEqual(['bank', 'document', 'terms']);
  expect(missingKinds(['company.tax_id', 'representative.dob.day', 'surprise'])).toEqual([
    'person',
    'organization',
    'other',
  ]);
});
