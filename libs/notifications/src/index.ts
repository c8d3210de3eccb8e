export { MatchMails } from './match-mails.service.js';
export { NotificationsModule } from './notifications.module.js';
