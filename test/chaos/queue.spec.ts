import { queueOn } from './queue-story.js';

queueOn('PostgreSQL');
