import { Injectable } from '@nestjs/common';
import { assert } from '#kernel';
import { Env } from '#host';
import { log, markSearched, pickTokens, replaceMailText, sealTokens, withoutTokens, type Tx } from '#platform';
import { DataSource } from 'typeorm';
import { MAIL_LIFE_MS } from './route.rules.js';

const BATCH = 500;
/** What may still be sent, so its links must go on working. */
const WAITING = new Set(['new', 'ready', 'digest']);

interface Found {
  readonly id: string;
  readonly status: string;
  readonly body: string;
  readonly parts: string | null;
  readonly createdAt: Date;
}

/**
 * Takes tokens out of the text of mails that a version wrote which left them there: of those that wait they are sealed, of the others they are
 * gone. It looks at each mail once, in small steps, and also while such a version still runs beside this one.
 */
@Injectable()
export class UnsealedMails {
  constructor(
    private readonly source: DataSource,
    private readonly env: Env,
  ) {}

  /** Returns how many mails had one. */
  async tick(): Promise<number> {
    let hidden = 0;
    for (let seen = BATCH; seen === BATCH;) {
      const done = await this.source.transaction((tx) => this.batch(tx));
      seen = done.seen;
      hidden += done.hidden;
    }
    if (hidden > 0) log.info({ mails: hidden }, 'tokens were taken out of the text of mails');
    return hidden;
  }

  private async batch(tx: Tx): Promise<{ seen: number; hidden: number }> {
    const mails: Found[] = await tx.query(
      `SELECT id, status, body, parts::text AS parts, created_at AS "createdAt" FROM mails WHERE NOT searched ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    );
    const withTokens = mails.filter(
      ({ body, parts }) => withoutTokens(body) !== body || (parts !== null && withoutTokens(parts) !== parts),
    );
    for (const mail of withTokens) await this.hide(tx, mail);
    await markSearched(
      tx,
      mails.map((mail) => mail.id),
    );
    return { seen: mails.length, hidden: withTokens.length };
  }

  private async hide(tx: Tx, { id, status, body, parts, createdAt }: Found): Promise<void> {
    assert(this.env.SESSION_SECRET, 'a worker has a SESSION_SECRET');
    if (!WAITING.has(status)) {
      await replaceMailText(tx, id, { body: withoutTokens(body), parts: parts && withoutTokens(parts) }, null);
      return;
    }
    const [inBody, inParts] = [pickTokens(body), pickTokens(parts ?? '')];
    const sealed = sealTokens(id, { ...inBody.tokens, ...inParts.tokens }, this.env.SESSION_SECRET);
    await replaceMailText(
      tx,
      id,
      { body: inBody.text, parts: parts && inParts.text },
      { bytes: sealed, until: new Date(createdAt.getTime() + MAIL_LIFE_MS) },
    );
  }
}
