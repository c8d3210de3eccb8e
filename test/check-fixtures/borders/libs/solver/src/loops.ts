import { readFileSync } from 'node:fs';
import { request } from 'node:http';

export const loops = [readFileSync, request];
