import { PhotoEntity } from './photo.entity.js';

export { PhotoEntity };
export const photoEntities = [PhotoEntity];
export { CleanPhotos } from './clean-photos.job.js';
export { encodePhoto, sharpLibrary } from './photo-encoder.js';
export { refusePhoto } from './photo.refusals.js';
export { photoKey, PHOTO_LIMITS, PHOTO_SIZES, rawKey } from './photo.rules.js';
export { photoView, type PhotoView } from './photo.view.js';
export { photoChecks } from './photos.check.js';
export { PhotosModule } from './photos.module.js';
export {
  dropPhotoOfReport,
  dropPhotosByIds,
  dropPhotosOf,
  findPhoto,
  hidePhotosOfReport,
  photosOf,
  showPhotosByIds,
} from './photos.queries.js';
export { PhotosService, refusePhotos, showPhotos, type PaperPhoto } from './photos.service.js';
export { ProcessPhoto } from './process-photo.job.js';
