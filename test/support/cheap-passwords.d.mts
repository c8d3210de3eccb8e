export function checksSince(): string[];
