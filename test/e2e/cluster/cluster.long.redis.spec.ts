import { clusterOn } from './cluster-story.js';

clusterOn('Redis');
