import { restoredOn } from './restored-story.js';

restoredOn('PostgreSQL');
