import { renderSVG } from 'uqr';

/** The code behind the fragment: no log of any server on the way has it. */
export function qrOf({ id, code }: { readonly id: string; readonly code: string }, { publicUrl, locale }: { readonly publicUrl: string; readonly locale: 'ru' | 'en' }): { payload: string; svg: string } {
  const payload = `${publicUrl}${locale === 'en' ? '/en' : ''}/shifts/${id}#code=${code}`;
  return { payload, svg: renderSVG(payload, { ecc: 'M', border: 2 }) };
}
