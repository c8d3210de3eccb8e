/**
 * The whole address of a page in a language: Russian pages stand at the root, English ones under `/en`.
 * @param publicUrl with or without a slash at its end  @param path begins with a slash, or is empty
 */
export function pageAddress(publicUrl: string, locale: 'ru' | 'en', path: string): string {
  return `${publicUrl.replace(/\/$/, '')}${locale === 'en' ? '/en' : ''}${path}`;
}
