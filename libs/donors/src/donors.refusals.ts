import { defineRefusals } from '#kernel';

export const { refuse } = defineRefusals({
  'donor.not-found': { status: 404, ru: 'Такого дарителя нет.', en: 'There is no such donor.' },
});
