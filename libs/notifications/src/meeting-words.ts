import { Catalogue } from '#catalogue';
import { DAY_MS, type Clock } from '#kernel';
import { calendarText, handOverSummary, keepLook, readMeeting, type StoredContact } from '#matching';
import { SealedText, type MailCalendar, type Tx } from '#platform';
import { type Env } from '#host';
import type { Locale, MatchMail } from './mail-texts.rules.js';
import { calendarOf, type Side } from './match-mails.rules.js';

/** The meeting of a match, as its mails tell it. */
export interface Meeting {
  readonly id: string;
  readonly amount: number;
  readonly unit: string;
  readonly title: string;
  readonly category: string;
  readonly place: string;
  readonly handOverBy: Side | null;
  readonly handOver: {
    readonly sequence: number;
    readonly from: string;
    readonly until: string;
    readonly place: string | null;
    readonly note: string | null;
    readonly changedAt: string;
  } | null;
}

interface Reader {
  readonly personId: string;
  readonly side: Side;
  readonly locale: Locale;
}

export interface MeetingPart {
  /** Further paragraphs of the mail, with stand-ins for what only its reader may see. */
  readonly paragraphs: readonly string[];
  readonly sealed: readonly SealedText[];
  readonly calendar: MailCalendar | null;
}

/** What nobody has sent by then is told no more. */
const SEALED_MS = 3 * DAY_MS;

const SAY_HOW: ReadonlySet<MatchMail> = new Set<MatchMail>([
  'accepted-donor',
  'accepted-organization',
  'remind-meeting',
]);
const SAY_WHERE: ReadonlySet<MatchMail> = new Set<MatchMail>([
  'hand-over-proposed',
  'hand-over-agreed',
  'remind-meeting',
]);

const LABELS = {
  contact: { ru: 'Как связаться', en: 'How to reach them' },
  place: { ru: 'Где', en: 'Where' },
} as const;

/** What of a meeting a mail says to its reader alone: how to reach the other side, where to come, and the entry for a calendar. All of it is sealed until the mail leaves. */
export class MeetingWords {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  async of(tx: Tx, meeting: Meeting, mail: MatchMail, reader: Reader): Promise<MeetingPart> {
    const sealed: SealedText[] = [];
    const seal = (text: string): SealedText => {
      const words = this.seal(text);
      sealed.push(words);
      return words;
    };
    const paragraphs: string[] = [];
    const contact = SAY_HOW.has(mail) ? await this.contactFor(tx, meeting.id, reader) : null;
    if (contact) paragraphs.push(`${LABELS.contact[reader.locale]}:\n${seal(contactText(contact)).toString()}`);
    const { handOver } = meeting;
    const where = handOver && SAY_WHERE.has(mail) ? [handOver.place, handOver.note].filter(Boolean).join('\n') : '';
    if (where) paragraphs.push(`${LABELS.place[reader.locale]}:\n${seal(where).toString()}`);
    return { paragraphs, sealed, calendar: this.calendarFor(meeting, mail, reader.locale) };
  }

  /** A person who is written to has read it: that is kept as a look. */
  private async contactFor(tx: Tx, matchId: string, { personId, side }: Reader): Promise<StoredContact | null> {
    const now = this.clock.now();
    const contact = (await readMeeting(tx, matchId, side, now))?.other ?? null;
    if (!contact || contactText(contact) === '') return null;
    await keepLook(tx, { matchId, readerId: personId, readerSide: side, ownerId: contact.givenBy, by: 'mail' }, now);
    return contact;
  }

  private calendarFor(meeting: Meeting, mail: MatchMail, locale: Locale): MailCalendar | null {
    const state = calendarOf(mail);
    const { handOver } = meeting;
    if (!state || !handOver) return null;
    const { PUBLIC_URL: publicUrl, mailAddress: from } = this.env;
    const text = calendarText(
      {
        matchId: meeting.id,
        sequence: handOver.sequence,
        from: new Date(handOver.from),
        until: new Date(handOver.until),
        state,
        place: handOver.place,
        note: handOver.note,
        changedAt: new Date(handOver.changedAt),
        summary: handOverSummary(this.catalogue, { ...meeting, needTitle: meeting.title }, locale),
        timeZone: this.catalogue.place(meeting.place)?.timeZone ?? 'UTC',
      },
      { publicUrl, from, locale },
    );
    return { method: state === 'cancelled' ? 'CANCEL' : 'PUBLISH', text: this.seal(text) };
  }

  private seal(text: string): SealedText {
    return new SealedText(this.env.SESSION_SECRET, text, new Date(this.clock.now().getTime() + SEALED_MS));
  }
}

function contactText({ name, phone, email, hours, note }: StoredContact): string {
  return [name, phone, email, hours, note].filter(Boolean).join('\n');
}
