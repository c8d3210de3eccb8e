import { deathsOn } from './deaths-story.js';

deathsOn(true);
