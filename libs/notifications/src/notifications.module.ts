import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { MatchingModule } from '#matching';
import { MatchMails } from './match-mails.service.js';

@Module({ imports: [CatalogueModule, MatchingModule], providers: [MatchMails], exports: [MatchMails] })
export class NotificationsModule {}
