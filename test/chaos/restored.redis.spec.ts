import { restoredOn } from './restored-story.js';

restoredOn('Redis');
