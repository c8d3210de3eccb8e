import type { Locale } from '#kernel';
import type { Operator } from './operator.rules.js';

type Draft = Readonly<Record<Locale, string>>;

const runs = (operator: Operator): Draft => ({
  ru: `${operator.name}, ИНН ${operator.inn}, ${operator.address}. Почта: ${operator.email}${operator.phone ? `, телефон: ${operator.phone}` : ''}.`,
  en: `${operator.name}, INN ${operator.inn}, ${operator.address}. E-mail: ${operator.email}${operator.phone ? `, telephone: ${operator.phone}` : ''}.`,
});

/** What an administrator begins with: true of what the software does, to be completed by the person who answers for it. Paragraphs are parted by an empty line; a line that begins with # is a heading. */
export function privacyDraft(operator: Operator): Draft {
  const who = runs(operator);
  return {
    ru: `# Кто отвечает за ваши данные

Оператор персональных данных: ${who.ru}

# Что мы храним и зачем

Имя и адрес почты, чтобы вы могли войти и получать письма. То, что вы предлагаете, просите и обещаете, чтобы подбирать помощь, связывать стороны и вести книгу вкладов. Устройства и время входа, чтобы никто не вошёл вместо вас. Согласия, которые вы дали, с их редакцией и временем.

# На каком основании

С вашего согласия (152-ФЗ, ст. 6 и 9). Его можно отозвать в своём кабинете. Письма о новостях приходят только тем, кто их просил.

# Кто это видит

Посторонние не видят ничего, кроме того, что вы решили показать. Модераторы видят то, о чём решают. Каждый их взгляд на чужие письма и каждое решение записаны в журнал. Мы никому не продаём и не передаём ваши данные, кроме случаев, которых требует закон.

# Как долго

Пока у вас есть учётная запись. Письма, уведомления и входы стираются раньше, по срокам. Когда вы стираете себя, имя и адрес уничтожаются сразу; в книге вкладов остаются числа под псевдонимом, потому что по ней отчитываются другие.

# Ваши права

В кабинете можно скачать всё, что мы о вас храним, исправить это, отозвать согласие и стереть себя. О том, чего в кабинете нет, напишите: ${operator.email}. Жалобу принимает Роскомнадзор.`,
    en: `# Who answers for your data

Operator of personal data: ${who.en}

# What we keep, and why

Your name and e-mail address, so that you can sign in and get mails. What you offer, ask for and promise, to match help, to bring the two sides together and to keep the book of gifts. Devices and times of sign-ins, so that nobody signs in instead of you. The consents that you gave, with their version and time.

# On what ground

With your consent (152-FZ, articles 6 and 9). You can withdraw it in your account. News by mail comes only to those who asked for it.

# Who sees it

Others see nothing but what you decided to show. Moderators see what they decide about. Each time they look at mails of others, and each decision, stands in a log. We sell your data to nobody and pass it to nobody, except where the law requires it.

# How long

As long as you have an account. Mails, notifications and sign-ins go earlier, each by its age. When you erase yourself, your name and address are destroyed at once; figures under a pseudonym stay in the book of gifts, because others account for them.

# Your rights

In your account you can download everything that we keep about you, correct it, withdraw your consent and erase yourself. About whatever is not there write to ${operator.email}. Complaints are taken by Roskomnadzor.`,
  };
}

export function rulesDraft(operator: Operator): Draft {
  return {
    ru: `# Что это за место

Здесь находят друг друга те, кому нужна помощь, и те, кто может её дать. Площадку ведёт ${operator.name}.

# Что можно и чего нельзя

Пишите о настоящих нуждах и обещайте то, что у вас есть. Нельзя просить за других без их ведома, раскрывать чужие адреса и телефоны, предлагать опасное, просроченное или запрещённое законом.

# Как проверяют

Организации и нужды смотрит модератор. О своей организации модератор не решает. Каждое решение записано с причиной, и его можно попросить пересмотреть.

# Обещания

Согласие двух сторон — обещание. Если что-то мешает, откажитесь заранее и скажите почему. Сорванные обещания видны в том, как подбирается помощь.

# Если что-то не так

Напишите: ${operator.email}.`,
    en: `# What this place is

Here those who need help and those who can give it find each other. ${operator.name} runs it.

# What is allowed, and what is not

Write of real needs and promise what you have. Do not ask for others without their knowledge, do not disclose addresses and telephones of others, do not offer what is dangerous, expired or against the law.

# How it is checked

A moderator looks at organizations and needs. No moderator decides about their own organization. Each decision stands in a log with its reason, and can be asked to be looked at again.

# Promises

When both sides agree, that is a promise. If something comes in between, say so in time, and why. Broken promises count in how help is matched.

# If something is wrong

Write to ${operator.email}.`,
  };
}
