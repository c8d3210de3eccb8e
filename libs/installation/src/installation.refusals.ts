import { defineRefusals } from '#kernel';

export const { refuse: refuseInstallation } = defineRefusals({
  'installation.no-mail-server': {
    status: 409,
    ru: 'Почтовый сервер не указан: впишите SMTP_URL в настройки и запустите заново.',
    en: 'No mail server is set up: set SMTP_URL and start again.',
  },
  'installation.operator-first': {
    status: 409,
    ru: 'Сначала назовите оператора площадки: тексты говорят, кто отвечает за данные.',
    en: 'Say first who runs this installation: the texts say who answers for the data.',
  },
  'installation.wrong-inn': {
    status: 422,
    ru: 'В этом ИНН ошибка: контрольная цифра не сходится или цифр не 10 и не 12.',
    en: 'This INN is wrong: its check digit does not fit, or it has not 10 or 12 digits.',
  },
});
