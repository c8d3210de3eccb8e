/** The languages of the pages. */
export type Locale = 'ru' | 'en';

/** As much of an answer as is read of it. */
export type Answered = Pick<Response, 'ok' | 'status' | 'json'> & { readonly headers: Pick<Headers, 'get'> };

/** What is asked for beside reading. */
export interface Deed {
  readonly method: string;
  readonly body: string;
}

/** What the server that draws a page for a person stands for: their address, their language, and the way to the API without a wire. */
export interface Surroundings {
  readonly locale: Locale;
  /** With the language prefix, without search. */
  readonly path: string;
  /** How the site calls itself. */
  readonly origin: string;
  readonly send: (address: string, headers: Readonly<Record<string, string>>, deed?: Deed) => Promise<Answered>;
}

let drawnNow: () => Surroundings | undefined = () => undefined;

/** Only the server says this, once: it draws several pages at a time, each in its own surroundings. */
export function setSurroundings(find: () => Surroundings | undefined): void {
  drawnNow = find;
}

/** Undefined in a browser, which is its own surroundings. */
export const surroundings = (): Surroundings | undefined => drawnNow();
