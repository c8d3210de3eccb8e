export const word = 'moderation';
