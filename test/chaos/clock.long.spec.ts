import { clockOn } from './clock-story.js';

clockOn('PostgreSQL');
