import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { OperatorTexts } from './operator-texts.service.js';
import { OperatorDetails } from './operator.service.js';
import { TestMails } from './test-mail.service.js';

@Module({
  imports: [IdentityModule],
  providers: [OperatorDetails, OperatorTexts, TestMails],
  exports: [OperatorDetails, OperatorTexts, TestMails],
})
export class InstallationModule {}
