import { prepared } from './prepared.js'; export const started = prepared;
