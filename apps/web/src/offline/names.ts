/** Names that the page and its worker share. */
export const WORKER = '/sw.js';
/** Answers to a signed-in person. It is emptied when they leave. */
export const OWN_CACHE = 'lepta-own';
/** Says of an answer that comes from that cache when it was right. */
export const KEPT_AT = 'lepta-kept-at';
/** What a page tells the worker when its person leaves. */
export const FORGET = 'FORGET';
