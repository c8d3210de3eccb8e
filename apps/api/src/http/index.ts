export * from './errors.js';
export * from './ids.js';
export * from './locale.js';
export * from './pages.js';
export * from './request.js';
export { TakesUpload, Upload, type Uploaded } from './uploads.js';
export * from './versions.js';
export * from './who.js';
export { NewThing, NotKept, ShownOnce } from './idempotency.interceptor.js';
