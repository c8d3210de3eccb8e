import { defineRefusals } from '#kernel';

export const { refuse: refuseJob } = defineRefusals({
  'job.not-found': { status: 404, ru: 'Такой работы нет.', en: 'There is no such job.' },
  'job.not-given-up': {
    status: 409,
    ru: 'Эта работа не остановлена: она сделана или ждёт своей очереди.',
    en: 'This job has not been given up: it is done or waits its turn.',
  },
});
