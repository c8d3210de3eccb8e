import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PhotosModule } from '#photos';
import { MessageEntity } from './message.entity.js';
import { MessageTraces } from './message-traces.js';
import { Messages } from './messages.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([MessageEntity]), PhotosModule],
  providers: [Messages, MessageTraces],
  exports: [Messages, MessageTraces],
})
export class MessagesModule {}
