import { createContext, useContext } from 'react';

const Line = createContext(false);
export const LiveLine = Line.Provider;

/** How often a page that waits for something asks by itself: seldom while the server's events arrive, often when they do not. */
export const usePollMs = (): number => (useContext(Line) ? 20_000 : 2_000);
