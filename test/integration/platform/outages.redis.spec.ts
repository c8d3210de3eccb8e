import { outagesOn } from './outage-story.js';

outagesOn('Redis');
