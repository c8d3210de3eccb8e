import { word } from '../../../apps/api/src/main.js'; export const app = word;
