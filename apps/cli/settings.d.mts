export const ROOT: string;
export function fail(line: string): never;
export function earlySettings(folder?: string): { port: string; host: string; dir: string };
export function checkPort(settings: { host: string; port: string }): Promise<void>;
export function lockFolder(dir: string): number | null;
