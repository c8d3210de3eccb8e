import { deathsOn } from './deaths-story.js';

deathsOn(false);
