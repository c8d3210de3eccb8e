import { MessageEntity } from './message.entity.js';

export const messageEntities = [MessageEntity];
export { takeMessageToTell } from './message-mails.queries.js';
export { forgetMessages, MessageTraces } from './message-traces.js';
export { messageChecks } from './messages.check.js';
export { MessagesModule } from './messages.module.js';
export type { MessageView, TalkPage } from './messages.queries.js';
export { Messages, decideReportedMessages } from './messages.service.js';
export { TALK_LIMITS } from './talk.rules.js';
export { MESSAGES_AGES } from './ages.js';
export { MESSAGE_REPORTS_EXPORT, MESSAGES_EXPORT } from './personal-export.js';
