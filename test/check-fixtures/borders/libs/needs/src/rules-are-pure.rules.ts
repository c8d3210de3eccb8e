import { DataSource } from 'typeorm'; export const d = DataSource;
