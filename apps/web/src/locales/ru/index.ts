import app from './app.json';
import needs from './needs.json';
import identity from './identity.json';
import offers from './offers.json';
import standing from './standing.json';
import matching from './matching.json';
import meeting from './meeting.json';
import messagesOfMatches from './messages.json';
import organizations from './organizations.json';
import moderation from './moderation.json';
import notifications from './notifications.json';
import administration from './administration.json';
import clearings from './clearings.json';
import payments from './payments.json';
import installation from './installation.json';
import volunteering from './volunteering.json';
import catalogue from './catalogue.json';
import balance from './balance.json';
import how from './how.json';

/** Every word of the web in this language, one catalogue for each noun (ICU MessageFormat). */
export const messages = { app, needs, identity, offers, standing, matching, organizations, moderation, notifications, administration, clearings, payments, installation, meeting, volunteering, messages: messagesOfMatches, catalogue, balance, how };
