import { defineRefusals } from '#kernel';

export const { refuse: refusePlatform } = defineRefusals({
  'platform.paused': {
    status: 503,
    log: 'info',
    ru: 'После восстановления из копии данные можно только читать, пока администратор их не проверит. Попробуйте позже.',
    en: 'After a restore everything can be read and nothing changed until an administrator has looked at it. Try again later.',
  },
});
