import { Body, Controller, Delete, Get, HttpCode, Module, Param, Post, Put, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { Actor } from '#identity';
import { HandOverPhotos, MatchingModule, MatchReads } from '#matching';
import { Messages, MessagesModule } from '#messages';
import { NeedPhotos, NeedsModule, type PhotoAudience } from '#needs';
import { OfferPhotos, OffersModule } from '#offers';
import {
  findPhoto,
  PHOTO_SIZES,
  photoKey,
  photosOf,
  PhotosModule,
  photoView,
  refusePhoto,
  type PhotoView,
} from '#photos';
import { Files } from '#platform';
import { ReportPhotos, ReportsModule } from '#reports';
import {
  ApiErrors,
  Id,
  LocaleOf,
  IdempotentId,
  RequireSignIn,
  CurrentUser,
  TakesUpload,
  Upload,
  CurrentUserOrVisitor,
  type Uploaded,
} from '../http/index.js';
import { PhotoAnswer, PhotosAnswer } from './photos.answers.js';
import { PhotoDto, PhotoOrderDto } from './photos.dto.js';

type Locale = 'ru' | 'en';

/** What stands at the address of a photo never changes: it may be kept for a year without asking, unless the right to look at it ends. */
const FOR_EVER = 'max-age=31536000, immutable';
const TAKES =
  'JPEG, PNG, WebP or AVIF of at most 10 MiB and 40 megapixels, in the field `file`. The worker makes new pictures from its pixels (nothing else of the file is kept); what cannot be read becomes `refused` with its reason.';

@ApiTags('photos')
@Controller()
export class PhotosController {
  constructor(
    private readonly source: DataSource,
    private readonly files: Files,
    private readonly needPhotos: NeedPhotos,
    private readonly offerPhotos: OfferPhotos,
    private readonly matches: MatchReads,
    private readonly messages: Messages,
    private readonly reportPhotos: ReportPhotos,
    private readonly handOverPhotos: HandOverPhotos,
  ) {}

  @Get('photos/:id/:file')
  @ApiOperation({
    summary: 'A photo in one of its sizes',
    description:
      'Readers of the need may see its photos; those of an offer its own side, organizations that it was proposed to, and moderators; those of a message its readers; those of a report the readers of its words; those of a hand-over its two sides and moderators.',
  })
  @ApiParam({ name: 'file', enum: PHOTO_SIZES.map((size) => `${size}.webp`) })
  @ApiOkResponse({ content: { 'image/webp': { schema: { type: 'string', format: 'binary' } } } })
  @ApiErrors('photo.not-found')
  async read(
    @CurrentUserOrVisitor() who: Actor | null,
    @Id('id') id: string,
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const size = PHOTO_SIZES.find((one) => file === `${one}.webp`) ?? refusePhoto('photo.not-found');
    const photo = await findPhoto(this.source, id);
    if (photo?.status !== 'ready') return refusePhoto('photo.not-found');
    let audience: PhotoAudience = 'insiders';
    if (photo.matchId !== null) {
      await this.handOverPhotos.checkAudience(who, photo);
      audience = 'parties';
    } else if (photo.messageId !== null) {
      await this.messages.checkPhotoAudience(who, photo);
      audience = 'parties';
    } else if (photo.needId !== null)
      audience = await this.needPhotos.audience(who, photo, (needId) =>
        who ? this.matches.givesTo(who, needId) : Promise.resolve(false),
      );
    else if (photo.reportId !== null)
      audience = await this.reportPhotos.audience(who, photo, (needId) =>
        who ? this.matches.givesTo(who, needId) : Promise.resolve(false),
      );
    else
      await this.offerPhotos.checkAudience(who, photo, (offerId) =>
        who ? this.matches.mayReceiveFrom(who, offerId) : Promise.resolve(false),
      );
    const found = (await this.files.get(photoKey(id, size))) ?? refusePhoto('photo.not-found');
    reply.header(
      'cache-control',
      audience === 'parties' ? 'private, no-store' : `${audience === 'everybody' ? 'public' : 'private'}, ${FOR_EVER}`,
    );
    if (audience !== 'everybody') reply.header('vary', 'Cookie, Authorization');
    reply.header('content-type', 'image/webp').header('content-disposition', 'inline');
    return Buffer.from(found.bytes.buffer, found.bytes.byteOffset, found.bytes.byteLength);
  }

  @Post('needs/:id/photos')
  @RequireSignIn()
  @TakesUpload(PhotoDto)
  @ApiOperation({
    summary: 'Add a photo to a need',
    description: `${TAKES} On a draft it shows when the need does; on a published need after review (\`pendingEdit.photos\`). At most 8.`,
  })
  @ApiCreatedResponse({ type: PhotoAnswer })
  @ApiErrors('need.not-found', 'need.not-yours', 'need.not-editable', 'need.organization-not-ready', 'photo.too-many')
  async addToNeed(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() thing: string | undefined,
    @Upload() file: Uploaded,
    @Body() { alt }: PhotoDto,
    @LocaleOf() locale: Locale,
  ): Promise<PhotoView> {
    return this.one(await this.needPhotos.add(actor, id, file.bytes, alt ?? null, thing), locale);
  }

  @Put('needs/:id/photos')
  @RequireSignIn()
  @ApiOperation({ summary: 'Put the photos of a need in order' })
  @ApiOkResponse({ type: PhotosAnswer })
  @ApiErrors('need.not-found', 'need.not-yours', 'need.not-editable', 'need.organization-not-ready')
  async orderOfNeed(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() { ids }: PhotoOrderDto,
    @LocaleOf() locale: Locale,
  ): Promise<{ items: PhotoView[] }> {
    await this.needPhotos.order(actor, id, ids);
    return this.all('need', id, locale);
  }

  @Delete('needs/:id/photos/:photo')
  @RequireSignIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a photo of a need', description: 'For everybody, at once.' })
  @ApiParam({ name: 'photo', type: String, format: 'uuid' })
  @ApiNoContentResponse()
  @ApiErrors('need.not-found', 'need.not-yours', 'need.not-editable', 'need.organization-not-ready', 'photo.not-found')
  async removeFromNeed(@CurrentUser() actor: Actor, @Id('id') id: string, @Id('photo') photo: string): Promise<void> {
    await this.needPhotos.remove(actor, id, photo);
  }

  @Post('offers/:id/photos')
  @RequireSignIn()
  @TakesUpload(PhotoDto)
  @ApiOperation({ summary: 'Add a photo to an offer', description: `${TAKES} At most 8.` })
  @ApiCreatedResponse({ type: PhotoAnswer })
  @ApiErrors('offer.not-found', 'offer.not-yours', 'offer.not-editable', 'photo.too-many')
  async addToOffer(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @IdempotentId() thing: string | undefined,
    @Upload() file: Uploaded,
    @Body() { alt }: PhotoDto,
    @LocaleOf() locale: Locale,
  ): Promise<PhotoView> {
    return this.one(await this.offerPhotos.add(actor, id, file.bytes, alt ?? null, thing), locale);
  }

  @Put('offers/:id/photos')
  @RequireSignIn()
  @ApiOperation({ summary: 'Put the photos of an offer in order' })
  @ApiOkResponse({ type: PhotosAnswer })
  @ApiErrors('offer.not-found', 'offer.not-yours', 'offer.not-editable')
  async orderOfOffer(
    @CurrentUser() actor: Actor,
    @Id('id') id: string,
    @Body() { ids }: PhotoOrderDto,
    @LocaleOf() locale: Locale,
  ): Promise<{ items: PhotoView[] }> {
    await this.offerPhotos.order(actor, id, ids);
    return this.all('offer', id, locale);
  }

  @Delete('offers/:id/photos/:photo')
  @RequireSignIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove a photo of an offer' })
  @ApiParam({ name: 'photo', type: String, format: 'uuid' })
  @ApiNoContentResponse()
  @ApiErrors('offer.not-found', 'offer.not-yours', 'offer.not-editable', 'photo.not-found')
  async removeFromOffer(@CurrentUser() actor: Actor, @Id('id') id: string, @Id('photo') photo: string): Promise<void> {
    await this.offerPhotos.remove(actor, id, photo);
  }

  private async one(photoId: string, locale: Locale): Promise<PhotoView> {
    return photoView((await findPhoto(this.source, photoId)) ?? refusePhoto('photo.not-found'), locale);
  }

  private async all(of: 'need' | 'offer', id: string, locale: Locale): Promise<{ items: PhotoView[] }> {
    return { items: ((await photosOf(this.source, of, [id])).get(id) ?? []).map((photo) => photoView(photo, locale)) };
  }
}

@Module({
  imports: [PhotosModule, NeedsModule, OffersModule, MatchingModule, MessagesModule, ReportsModule],
  controllers: [PhotosController],
})
export class PhotosApiModule {}
