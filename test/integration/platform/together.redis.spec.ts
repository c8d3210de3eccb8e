import { togetherOn } from './together-story.js';

togetherOn('Redis');
