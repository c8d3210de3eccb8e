import { jobsOn } from './jobs-story.js';

jobsOn('PostgreSQL');
