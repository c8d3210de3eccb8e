/** Something is wrong with the file of a backup: one sentence. */
export class BackupError extends Error {}
