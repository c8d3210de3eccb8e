import { defineRefusals } from '#kernel';

export const { refuse: refusePhoto } = defineRefusals({
  'photo.not-found': { status: 404, ru: 'Такой фотографии нет.', en: 'There is no such photo.' },
  'photo.too-many': {
    status: 409,
    ru: 'Больше {limit, plural, one {# фотографии} few {# фотографий} many {# фотографий} other {# фотографии}} не поместится. Уберите лишнюю.',
    en: 'There is room for {limit, plural, one {# photo} other {# photos}}. Remove one first.',
  },
  // fields
  'photo.not-a-photo': {
    status: 422,
    ru: 'Это не фотография, которую мы умеем читать. Подойдут JPEG, PNG, WebP и AVIF.',
    en: 'This is no photo that we can read. JPEG, PNG, WebP and AVIF will do.',
  },
  'photo.order-incomplete': { status: 422, ru: 'Назовите каждую фотографию один раз.', en: 'Name each photo once.' },
  // why one was refused after it was sent
  'photo.broken': {
    status: 422,
    ru: 'Файл повреждён. Сохраните снимок заново и отправьте ещё раз.',
    en: 'The file is damaged. Save the picture again and send it once more.',
  },
  'photo.too-many-pixels': {
    status: 422,
    ru: 'Снимок слишком велик: больше 40 мегапикселей. Уменьшите его.',
    en: 'The picture is too large: over 40 megapixels. Make it smaller.',
  },
  'photo.not-approved': {
    status: 422,
    ru: 'Модератор не одобрил эту фотографию.',
    en: 'A moderator did not approve this photo.',
  },
});
