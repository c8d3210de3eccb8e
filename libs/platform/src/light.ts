// The door for what stays in memory beside api and worker, or must be quick: settings and the embedded database, without framework.
export { configuredUrls, type DatabaseUrls } from './database-urls.js';
export { EmbeddedError } from './embedded-place.js';
export { startEmbedded, type Embedded } from './embedded.js';
export { childEnvironment, Env, EnvError, operatorLocale } from './env.js';
export { ensureInstallation, installationSecret } from './installation.js';
