import { createContext, useContext } from 'react';

const Line = createContext(false);
export const LiveLine = Line.Provider;

/** Without a connection asking often would bring nothing. */
const connected = (): boolean => typeof navigator === 'undefined' || navigator.onLine;

/** How often a page that waits for something asks by itself: seldom while the server's events arrive, often when they do not. */
export const usePollMs = (): number => (useContext(Line) || !connected() ? 20_000 : 2_000);
