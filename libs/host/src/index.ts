// Where the installation stands: its settings, its folder, its embedded database. No framework, so that what stays in memory beside api and worker is little.
export { configuredUrls, ensureRole, roleOf, type DatabaseUrls } from './database-urls.js';
export { readDemo, writeDemo, type DemoFile, type DemoRole, type SignIn } from './demo-file.js';
export { EmbeddedError } from './embedded-place.js';
export { runningEmbedded, startEmbedded, type Embedded } from './embedded.js';
export { childEnvironment, Env, EnvError, operatorLocale } from './env.js';
export { ensureInstallation, installationSecret } from './installation.js';
