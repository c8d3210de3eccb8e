import type { Actor } from '#identity';
import { isPublic, mayDecide, maySee } from './access.rules.js';
import {
  canMove,
  isOverdue,
  NEED_LIFE,
  NEED_STATUSES,
  needCan,
  statusByBalance,
  type NeedStatus,
} from './lifecycle.rules.js';

const ORG = '01900000-0000-7000-8000-000000000001';
const now = new Date('2026-03-01T00:00:00Z');
const actor = (parts: Partial<Actor> = {}): Actor => ({
  personId: 'p',
  locale: 'ru',
  platform: [],
  organizations: [],
  places: [],
  via: 'web',
  confirmed: true,
  ...parts,
});
const coordinator = actor({ organizations: [{ id: ORG, role: 'coordinator' }] });
const accountant = actor({ organizations: [{ id: ORG, role: 'accountant' }] });
const moderator = actor({ personId: 'm', platform: ['moderator'] });
const need = (status: NeedStatus, parts = {}) => ({
  organizationId: ORG,
  kind: 'goods',
  status,
  deadline: new Date('2026-04-01T00:00:00Z'),
  openedAt: null as Date | null,
  createdBy: 'p',
  ...parts,
});
const balance = (reserved = 0) => ({ required: 10, open: 10 - reserved, reserved, received: 0, unit: 'pcs' });
const verified = { organizationStatus: 'verified', receivesMoney: true, yesBeforehand: true, agreedFirst: false, now };

test('what ended stays ended, and nothing becomes public without a review', () => {
  expect(NEED_STATUSES.filter((status) => NEED_LIFE[status].length === 0)).toEqual(['withdrawn']);
  expect(NEED_STATUSES.filter((status) => canMove(status, 'open'))).toEqual([
    'in_review',
    'partly_met',
    'met',
    'expired',
  ]);
  expect(NEED_STATUSES.filter((status) => canMove(status, 'in_review'))).toEqual(['draft', 'returned']);
});

test.each<[NeedStatus, string[]]>([
  ['draft', ['edit', 'submit', 'withdraw']],
  ['in_review', ['withdraw']],
  ['returned', ['edit', 'submit', 'withdraw']],
  ['open', ['edit', 'withdraw', 'renew']],
  ['partly_met', ['edit', 'withdraw', 'renew', 'close']],
  ['met', ['close']],
  ['reported', ['close']],
  ['closed', []],
  ['withdrawn', []],
  ['expired', ['withdraw', 'renew']],
])('a coordinator of a verified organization can, when a need is %s: %j', (status, verbs) => {
  expect(needCan(coordinator, need(status), balance(), verified)).toEqual(verbs);
});

test.each<[NeedStatus, number, boolean]>([
  ['met', 10, true],
  ['closed', 4, true],
  ['reported', 10, true],
  ['closed', 0, false],
  ['partly_met', 4, false],
])('a need that is %s and received %d is reported on: %s', (status, received, can) => {
  expect(needCan(coordinator, need(status), { ...balance(), received }, verified).includes('report')).toBe(can);
  for (const other of [null, actor(), accountant, moderator])
    expect(needCan(other, need(status), { ...balance(), received }, verified)).not.toContain('report');
});

test('verbs that would be refused are not offered', () => {
  expect(needCan(coordinator, need('draft'), balance(), { ...verified, organizationStatus: 'submitted' })).toEqual([
    'edit',
    'withdraw',
  ]);
  expect(needCan(coordinator, need('draft', { deadline: now }), balance(), verified)).toEqual(['edit', 'withdraw']);
  expect(needCan(coordinator, need('partly_met'), balance(3), verified)).not.toContain('close');
  expect(needCan(coordinator, need('draft'), balance(), { ...verified, organizationStatus: 'suspended' })).toEqual([
    'withdraw',
  ]);
  for (const other of [null, actor(), accountant, moderator])
    expect(needCan(other, need('open'), balance(), verified)).toEqual([]);
});

test.each<[string, object, object, number, boolean]>([
  ['open', {}, {}, 0, true],
  ['partly met', { status: 'partly_met' }, {}, 9, true],
  ['met', { status: 'met' }, {}, 0, false],
  ['not yet public', { status: 'draft' }, {}, 0, false],
  ['expired', { status: 'expired' }, {}, 0, false],
  ['past its deadline', { deadline: now }, {}, 0, false],
  ['with everything promised', {}, {}, 10, false],
  ['of goods', { kind: 'goods' }, {}, 0, false],
  ['of an organization that was suspended', {}, { organizationStatus: 'suspended' }, 0, false],
  ['where the organization says its own yes', {}, { yesBeforehand: false }, 0, false],
  ['of an organization without an account', {}, { receivesMoney: false }, 0, false],
])('money is given by anybody to a need that is %s', (_name, parts, around, reserved, given) => {
  for (const who of [null, actor(), accountant, moderator, coordinator]) {
    expect(
      needCan(who, need('open', { kind: 'money', ...parts }), balance(reserved), { ...verified, ...around }).includes(
        'give',
      ),
    ).toBe(given);
  }
});

test.each<[string, object, object, boolean]>([
  ['open', {}, {}, true],
  ['met', { status: 'met' }, {}, false],
  ['past its deadline', { deadline: now }, {}, false],
  ['of goods', { kind: 'goods' }, {}, false],
  ['of an organization that was suspended', {}, { organizationStatus: 'suspended' }, false],
  ['where who comes is agreed beforehand', {}, { agreedFirst: true }, false],
])('a shift is planned by a coordinator for a need that is %s', (_name, parts, around, planned) => {
  const verbs = (who: Actor | null): string[] =>
    needCan(who, need('open', { kind: 'time', ...parts }), balance(), { ...verified, ...around });
  expect(verbs(coordinator).includes('plan-shift')).toBe(planned);
  for (const who of [null, actor(), accountant, moderator]) expect(verbs(who)).not.toContain('plan-shift');
});

test('drafts are for members and moderators; what was public once keeps its page', () => {
  for (const status of ['draft', 'in_review', 'returned'] as const) {
    expect([null, actor(), accountant, moderator].map((who) => maySee(who, need(status)))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  }
  expect(isPublic(need('withdrawn'))).toBe(false);
  expect(isPublic(need('withdrawn', { openedAt: now }))).toBe(true);
  expect(isPublic(need('expired', { openedAt: now }))).toBe(true);
  for (const status of ['open', 'partly_met', 'met', 'reported', 'closed'] as const)
    expect(maySee(null, need(status, { openedAt: now }))).toBe(true);
});

test('nobody decides in an own matter', () => {
  const own = actor({ personId: 'm', platform: ['moderator'], organizations: [{ id: ORG, role: 'accountant' }] });
  expect(mayDecide(moderator, need('in_review'))).toBe(true);
  expect(mayDecide(own, need('in_review'))).toBe(false);
  expect(mayDecide(moderator, need('in_review', { createdBy: 'm' }))).toBe(false);
  expect(mayDecide(coordinator, need('in_review'))).toBe(false);
});

test('the status follows from what arrived, not from what is promised', () => {
  expect(statusByBalance({ required: 10, received: 0 })).toBe('open');
  expect(statusByBalance({ required: 10, received: 9 })).toBe('partly_met');
  expect(statusByBalance({ required: 10, received: 10 })).toBe('met');
});

test('a need expires by its deadline or when nobody renewed it, and only while it is open', () => {
  const later = new Date('2026-05-01T00:00:00Z');
  expect(isOverdue({ status: 'open', freshUntil: later, deadline: later }, now)).toBe(false);
  expect(isOverdue({ status: 'open', freshUntil: now, deadline: later }, now)).toBe(true);
  expect(isOverdue({ status: 'partly_met', freshUntil: later, deadline: now }, now)).toBe(true);
  expect(isOverdue({ status: 'met', freshUntil: now, deadline: now }, now)).toBe(false);
});
