import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '#catalogue';
import { Clock, derivedId, typograph } from '#kernel';
import { processDueRows, record, sendMail, type Tx } from '#platform';
import { PaperCheckEntity } from './paper-check.entity.js';
import { runsOutLetter } from './papers-mails.rules.js';
import { PAPER_LIMITS } from './papers.rules.js';

interface Reader {
  readonly id: string;
  readonly locale: 'ru' | 'en';
}

/** Tells both sides that a check runs out, and looks again at what it opened once it has. */
@Injectable()
export class PaperReminders {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly catalogue: Catalogue,
  ) {}

  /** Returns how many checks a person was reminded of. */
  async tick(): Promise<number> {
    const now = this.clock.now();
    const soon = `ended_at IS NULL AND reminded_at IS NULL AND valid_until > $1 AND valid_until <= $2`;
    const reminded = await processDueRows(this.source, this.clock, {
      job: 'organizations.remind-papers',
      due: `SELECT id, valid_until AS at FROM paper_checks WHERE ${soon}`,
      params: [new Date(now.getTime() + PAPER_LIMITS.remindBeforeMs)],
      apply: async (tx, id) => (await mark(tx, id, 'reminded_at', now)) && this.remind(tx, id),
    });
    await processDueRows(this.source, this.clock, {
      job: 'organizations.lapse-papers',
      due: `SELECT id, valid_until AS at FROM paper_checks WHERE ended_at IS NULL AND lapsed_at IS NULL AND valid_until <= $1`,
      apply: async (tx, id) => {
        if (!(await mark(tx, id, 'lapsed_at', now))) return false;
        const { personId } = await tx.findOneByOrFail(PaperCheckEntity, { id });
        await record(tx, 'person.papers-changed', { personId }); // proposals that it opened end
        return true;
      },
    });
    return reminded;
  }

  private async remind(tx: Tx, id: string): Promise<boolean> {
    const check = await tx.findOneByOrFail(PaperCheckEntity, { id });
    const [about]: { shortName: string; place: string; person: string }[] = await tx.query(
      'SELECT g.short_name AS "shortName", g.place, p.name AS person FROM organizations g, people p WHERE g.id = $1 AND p.id = $2',
      [check.organizationId, check.personId],
    );
    if (!about) return false;
    const timeZone = this.catalogue.place(about.place)?.timeZone ?? this.catalogue.timeZone;
    const staff: Reader[] = await tx.query(
      `SELECT DISTINCT p.id, p.locale FROM grants g JOIN people p ON p.id = g.person_id
       WHERE g.object_type = 'organization' AND g.object_id = $1 AND g.revoked_at IS NULL AND g.role IN ('owner', 'coordinator') AND p.erased_at IS NULL ORDER BY p.id`,
      [check.organizationId],
    );
    const own: Reader[] = await tx.query('SELECT id, locale FROM people WHERE id = $1 AND erased_at IS NULL', [
      check.personId,
    ]);
    const tell = async (readers: readonly Reader[], person: string | null, path: string): Promise<void> => {
      const letter = (locale: 'ru' | 'en') => {
        const until = new Intl.DateTimeFormat(locale === 'ru' ? 'ru' : 'en-GB', {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
          timeZone,
        }).format(check.validUntil);
        const told = runsOutLetter({ paper: check.paper, shortName: about.shortName, person, until }, locale);
        return locale === 'ru' ? { ...told, subject: typograph(told.subject), body: typograph(told.body) } : told;
      };
      for (const { id: personId, locale } of readers) {
        await sendMail(tx, {
          id: derivedId(id, `runs out ${person === null ? 'own' : 'staff'} ${personId}`),
          personId,
          kind: 'reminder',
          locale,
          ...letter(locale),
          action: { url: path, label: locale === 'ru' ? 'Открыть' : 'Open' },
          notice: {
            subjectType: 'organization',
            subjectId: check.organizationId,
            path,
            ru: letter('ru').subject,
            en: letter('en').subject,
          },
        });
      }
    };
    await tell(own, null, '/account/papers');
    await tell(staff, about.person, `/desk/${check.organizationId}/papers`);
    return true;
  }
}

/** Whether this worker is the one that has its turn. */
async function mark(tx: Tx, id: string, column: 'reminded_at' | 'lapsed_at', now: Date): Promise<boolean> {
  const [, marked] = (await tx.query(
    `UPDATE paper_checks SET ${column} = $2 WHERE id = $1 AND ${column} IS NULL AND ended_at IS NULL`,
    [id, now],
  )) as [unknown, number];
  return marked > 0;
}
