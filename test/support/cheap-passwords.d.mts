export function checksSince(): string[];
export function hashesSince(): number;
