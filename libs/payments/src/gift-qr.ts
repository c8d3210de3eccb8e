import { paymentPayload } from '#matching';
import type { MailPicture } from '#platform';
import type { GiftEntity } from './gift.entity.js';

/** The payment code of a gift for a mail; none where the payee's name does not fit into one. */
export function mailedQr({ payee, amount, purpose }: GiftEntity, alt: string): MailPicture[] {
  const made = paymentPayload({ ...payee, amount, purpose });
  return made.ok ? [{ qr: Buffer.from(made.bytes).toString('base64'), alt }] : [];
}
