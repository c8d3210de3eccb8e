// Nothing here reaches a table: words of people, locks, what follows a conflict, the text of a comment: UPDATE offers.
export const SAID = ['needs', 'Goods FROM the mill'];
export const SQL = 'SELECT 1 FOR UPDATE';
