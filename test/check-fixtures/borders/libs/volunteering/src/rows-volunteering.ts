import { word } from '#moderation'; export const neighbour = word;
