/** A number as people type it, as the server reads it. */
export const decimal = (text: string): string => text.trim().replace(/\s/g, '').replace(',', '.');
