import { word } from '../../needs/src/index.js'; export const rel = word;
