import { renderSVG } from 'uqr';
import { pageAddress } from '#kernel';

/** Of the ticket of a volunteer: it opens the coordinator's list at them. What may be done there depends on who is signed in on the device that scans it. */
export function ticketQrOf(
  { id, organizationId, signUpId }: { readonly id: string; readonly organizationId: string; readonly signUpId: string },
  { publicUrl, locale }: { readonly publicUrl: string; readonly locale: 'ru' | 'en' },
): { payload: string; svg: string } {
  const payload = pageAddress(publicUrl, locale, `/desk/${organizationId}/shifts/${id}#sign-up=${signUpId}`);
  return { payload, svg: renderSVG(payload, { ecc: 'M', border: 2 }) };
}

/** The code behind the fragment: no log of any server on the way has it. */
export function qrOf(
  { id, code }: { readonly id: string; readonly code: string },
  { publicUrl, locale }: { readonly publicUrl: string; readonly locale: 'ru' | 'en' },
): { payload: string; svg: string } {
  const payload = pageAddress(publicUrl, locale, `/shifts/${id}#code=${code}`);
  return { payload, svg: renderSVG(payload, { ecc: 'M', border: 2 }) };
}
