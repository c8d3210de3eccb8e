import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Actor } from '#identity';
import { HandOverPhotos } from '#matching';
import { PHOTO_LIMITS, photoView, refusePhoto, type PhotoEntity, type PhotoView } from '#photos';
import {
  ApiErrors,
  CurrentUser,
  Id,
  IdempotentId,
  LocaleOf,
  RequireSignIn,
  TakesUpload,
  Upload,
  type Uploaded,
} from '../http/index.js';
import { PhotoAnswer } from '../photos/photos.answers.js';

type Locale = 'ru' | 'en';
const WHAT = ['result', 'signature'] as const;

class HandOverPhotoDto {
  @ApiPropertyOptional({ enum: WHAT, default: 'result' })
  @IsOptional()
  @IsIn(WHAT)
  what?: (typeof WHAT)[number];

  @ApiPropertyOptional({ type: String, description: 'What it shows; of a signature, who has signed: needed then' })
  @IsOptional()
  @IsString()
  @MaxLength(PHOTO_LIMITS.altMax)
  alt?: string;
}

class HandOverPhotoAnswer extends PhotoAnswer {
  @ApiProperty({ enum: WHAT }) what: string;
  @ApiProperty({ type: Boolean, description: 'The caller added it, and may remove it' }) own: boolean;
}

class HandOverPhotosAnswer {
  @ApiProperty({ type: [HandOverPhotoAnswer] }) items: HandOverPhotoAnswer[];
}

type Shown = PhotoView & { readonly what: string; readonly own: boolean };
const view = (actor: Actor, photo: PhotoEntity, locale: Locale): Shown => ({
  ...photoView(photo, locale),
  what: photo.signature ? 'signature' : 'result',
  own: photo.createdBy === actor.personId,
});

@ApiTags('matches')
@Controller('matches/:id/photos')
@RequireSignIn()
export class HandOverPhotosController {
  constructor(private readonly photos: HandOverPhotos) {}

  @Get()
  @ApiOperation({
    summary: 'Photos of what came, and signatures',
    description: 'To the two sides and moderators; they stand on the act.',
  })
  @ApiOkResponse({ type: HandOverPhotosAnswer })
  @ApiErrors('match.not-found')
  async list(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @LocaleOf() locale: Locale,
  ): Promise<{ items: Shown[] }> {
    return { items: (await this.photos.list(actor, id)).map((photo) => view(actor, photo, locale)) };
  }

  @Post()
  @TakesUpload(HandOverPhotoDto)
  @ApiOperation({
    summary: 'Add a photo of what came, or a signature',
    description:
      'JPEG, PNG, WebP or AVIF of at most 10 MiB, in the field `file`; made anew from its pixels. To the two sides, while things change hands and for 30 days after. At most 8.',
  })
  @ApiCreatedResponse({ type: HandOverPhotoAnswer })
  @ApiErrors('match.not-found', 'match.not-yours', 'hand-over.no-pictures', 'hand-over.signer-needed', 'photo.too-many')
  async add(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() thing: string | undefined,
    @Upload() file: Uploaded,
    @Body() { what, alt }: HandOverPhotoDto,
    @LocaleOf() locale: Locale,
  ): Promise<Shown> {
    const said = { signature: what === 'signature', alt: alt ?? null };
    const photo = await this.photos.add(actor, id, file.bytes, said, thing);
    const made = (await this.photos.list(actor, id)).find((one) => one.id === photo);
    return made ? view(actor, made, locale) : refusePhoto('photo.not-found');
  }

  @Delete(':photo')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove one that you added' })
  @ApiParam({ name: 'photo', type: String, format: 'uuid' })
  @ApiNoContentResponse()
  @ApiErrors('match.not-found', 'match.not-yours', 'hand-over.no-pictures', 'photo.not-found')
  async remove(@CurrentUser() actor: Actor, @Id('id') id: string, @Id('photo') photo: string): Promise<void> {
    await this.photos.remove(actor, id, photo);
  }
}
