import { ApiProperty } from '@nestjs/swagger';

class PhotoUrlsAnswer {
  @ApiProperty({ type: String, example: '/api/v1/photos/018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10/480.webp' }) small: string;
  @ApiProperty({ type: String, example: '/api/v1/photos/018f3b1e-6c55-7c1d-8a9e-2f0f5f6f7a10/1600.webp' })
  large: string;
}

/** The shape of `PhotoView`, for OpenAPI. */
export class PhotoAnswer {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({
    enum: ['waiting', 'ready', 'refused'],
    description: '`waiting` for a second or so, until the worker has opened it',
  })
  status: string;
  @ApiProperty({ type: String, nullable: true, example: 'Печь в сельском клубе' }) alt: string | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 1600, description: 'Of the large size, in pixels' }) width:
    number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 1200 }) height: number | null;
  @ApiProperty({
    type: PhotoUrlsAnswer,
    nullable: true,
    description: 'Null until it is ready; what stands there never changes',
  })
  urls: PhotoUrlsAnswer | null;
  @ApiProperty({ type: Boolean, description: 'False while only its own side and moderators see it' }) shown: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was refused' }) reason: string | null;
}

export class PhotosAnswer {
  @ApiProperty({ type: [PhotoAnswer] }) items: PhotoAnswer[];
}
