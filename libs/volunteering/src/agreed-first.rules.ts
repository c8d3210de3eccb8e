import type { Catalogue } from '#catalogue/light';
import { isPrivateCategory } from '#needs/light';

/**
 * Whether who comes is agreed with each one beforehand: papers are to be checked, or the words of the need are for the parties alone. Until organizations
 * keep a record of checked volunteers, nobody signs up there by a click; an offer of time meets the need as before.
 */
export function agreedFirst(catalogue: Catalogue, category: string): boolean {
  return isPrivateCategory(catalogue, category) || (catalogue.category(category)?.flags.includes('check') ?? false);
}
