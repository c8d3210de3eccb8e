import { Body, Controller, Delete, Get, Module, Patch, Post, Query, Res } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Refusal, refuseInput, refuseForm } from '#kernel';
import type { Actor } from '#identity';
import {
  decodeCursor,
  encodeCursor,
  Id,
  IfMatch,
  LocaleOf,
  page,
  PageQuery,
  RequireSignIn,
  setEtag,
  CurrentUser,
  CurrentUserOrVisitor,
} from '../../../apps/api/src/http/index.js';

class AccountDto {
  @IsString() @MaxLength(9) bik: string;
}

class ThingDto {
  @IsString() @MaxLength(20) title: string;
  @IsOptional() @IsInt() @Min(1) @Max(5) urgency?: number;
  @IsOptional() @IsBoolean() remote?: boolean;
  @IsOptional() @IsIn(['goods', 'time']) kind?: string;
  @IsOptional() @IsISO8601({ strict: true }) deadline?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(3) @IsString({ each: true }) @MaxLength(5, { each: true }) skills?: string[];
  @IsOptional() @ValidateNested() @Type(() => AccountDto) account?: AccountDto;
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => AccountDto) accounts?: AccountDto[];
}

class ThingsQuery extends PageQuery {
  @IsOptional() @IsString() @MaxLength(20) q?: string;
}

/** Counts its effects, so that a test sees how often something was really done. */
@Controller('things')
export class ProbeController {
  constructor(private readonly source: DataSource) {}

  @Post()
  @RequireSignIn()
  async make(
    @CurrentUser() actor: Actor,
    @Body() body: ThingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<unknown> {
    const [row] = await this.source.query('INSERT INTO things (title, by) VALUES ($1, $2) RETURNING id', [
      body.title,
      actor.personId,
    ]);
    if (
      body.title === 'until mended' &&
      (await this.source.query(`SELECT 1 FROM things WHERE title = 'mended'`)).length === 0
    )
      throw new Refusal('person.unconfirmed');
    if (body.title === 'slow') await new Promise((done) => setTimeout(done, 300));
    setEtag(reply, 1);
    if (body.title === 'refused') refuseInput('form.forbidden-characters', { character: 'U+0000' });
    if (body.title === 'fault') refuseForm([{ field: 'title', code: 'form.required' }]);
    if (body.title === 'broken') throw new Error('something nobody expected');
    return { zebra: 1, id: row.id, a: null, title: body.title };
  }

  @Get()
  list(@Query() query: ThingsQuery): unknown {
    const after = decodeCursor(query.cursor, ['integer', 'id', 'time'])?.[0] ?? 0;
    return page(
      Array.from({ length: query.limit }, (_, i) => after + i + 1),
      encodeCursor([after + query.limit, '018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10', new Date(0).toISOString()]),
    );
  }

  @Get('who')
  who(@CurrentUserOrVisitor() who: Actor | null, @LocaleOf() locale: string): unknown {
    return { who: who?.personId ?? null, locale };
  }

  @Get('deadlock')
  async deadlock(): Promise<unknown> {
    return this.source.query(`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40P01'; END $$`);
  }

  @Get(':id')
  one(@Id('id') id: string): unknown {
    return { id };
  }

  @Patch(':id')
  edit(@Id('id') id: string, @IfMatch() version: number, @Body() body: ThingDto): unknown {
    return { id, version, body };
  }

  @Delete(':id')
  remove(@Id('id') id: string): unknown {
    return { id };
  }
}

@Module({ controllers: [ProbeController] })
export class ProbeModule {}
