import type { FactType } from '#kernel';
import type { MailKind } from '#platform';
import type { MatchMail } from './mail-texts.rules.js';

export type Side = 'donor' | 'organization';
export interface Letter {
  readonly to: Side;
  readonly mail: MatchMail;
}

/** The part of a match that decides who must be told. */
export interface ToldMatch {
  readonly status: string;
  readonly firstYes: Side | null;
  readonly endedBy: string | null;
  readonly held: boolean;
  /** A moderator decided its case: that has a letter of its own to both sides. */
  readonly decided: boolean;
  /** Who proposed the latest time to meet; null: nobody has. */
  readonly handOverBy: Side | null;
}

const otherSide = (side: Side): Side => (side === 'donor' ? 'organization' : 'donor');
const both = (mail: MatchMail): Letter[] => [
  { to: 'donor', mail },
  { to: 'organization', mail },
];
/** Those who did not do it themselves. */
const theOther = (match: ToldMatch, mail: MatchMail): Letter[] =>
  both(mail).filter((letter) => letter.to !== match.endedBy);

/** A person who cancelled knows it; their calendar does not. */
const ownMeeting = ({ endedBy, handOverBy }: ToldMatch): Letter[] =>
  handOverBy && (endedBy === 'donor' || endedBy === 'organization') ? [{ to: endedBy, mail: 'hand-over-ended' }] : [];

/** Which state of a meeting stands in the calendar that comes with a mail; null: none comes. */
export function calendarOf(mail: MatchMail): 'proposed' | 'agreed' | 'cancelled' | null {
  if (mail === 'hand-over-proposed') return 'proposed';
  if (mail === 'hand-over-agreed') return 'agreed';
  return mail === 'cancelled' || mail === 'expired' || mail === 'hand-over-ended' ? 'cancelled' : null;
}

/** Mails that lead to the page of the meeting; the others to what was offered or asked for. */
export function isOfMeeting(mail: MatchMail): boolean {
  return (
    mail.startsWith('accepted-') ||
    mail.startsWith('hand-over-') ||
    mail === 'remind-meeting' ||
    mail === 'remind-hand-over' ||
    mail === 'cancelled'
  );
}

/** Who hears what when a match moves. A proposal that only ends unanswered tells nobody. */
export const LETTERS: Readonly<Partial<Record<FactType, (match: ToldMatch) => Letter[]>>> = {
  'match.held': (match) =>
    match.firstYes === 'donor'
      ? [{ to: 'organization', mail: 'asked-organization' }]
      : [{ to: 'donor', mail: 'asked-donor' }],
  'match.accepted': () => [
    { to: 'donor', mail: 'accepted-donor' },
    { to: 'organization', mail: 'accepted-organization' },
  ],
  'match.delivered': () => [{ to: 'organization', mail: 'delivered' }],
  'match.confirmed': ({ decided, endedBy }) =>
    decided ? [] : endedBy === 'moderator' ? both('confirmed') : [{ to: 'donor', mail: 'confirmed' }],
  'match.declined': (match) => (match.held ? theOther(match, 'declined') : []),
  'match.hand-over-proposed': (match) =>
    match.handOverBy ? [{ to: otherSide(match.handOverBy), mail: 'hand-over-proposed' }] : [],
  'match.hand-over-agreed': () => both('hand-over-agreed'),
  'match.expired': (match) => (match.held ? both('expired') : []),
  'match.cancelled': (match) => (match.decided ? [] : [...theOther(match, 'cancelled'), ...ownMeeting(match)]),
  'match.disputed': () => both('disputed'),
};

/** Whom a waiting match is waiting for. */
export function reminderOf(match: ToldMatch): Letter[] {
  if (match.status === 'held') return [{ to: otherSide(match.firstYes ?? 'donor'), mail: 'remind-answer' }];
  if (match.status === 'accepted') return [{ to: 'donor', mail: 'remind-hand-over' }];
  if (match.status === 'delivered') return [{ to: 'organization', mail: 'remind-receipt' }];
  return [];
}

/** The kind of each mail, for the choice of its reader. */
export function kindOf(mail: MatchMail): MailKind {
  if (mail.startsWith('remind-')) return 'reminder';
  if (mail === 'expired') return 'lapse';
  return mail === 'confirmed' ? 'receipt' : 'match';
}
