declare module 'connect-pg-simple' {
  /** Makes the store class on top of a session library that has a `Store`. */
  export default function connectPgSimple(session: unknown): new (options: object) => unknown;
}
