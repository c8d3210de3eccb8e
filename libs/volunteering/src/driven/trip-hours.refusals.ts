import { defineRefusals } from '#kernel';

/** Every "no" about the hours of a driver that a user can get. */
export const { refuse: refuseTripHours } = defineRefusals({
  'trip-hours.not-found': {
    status: 404,
    log: 'debug',
    ru: 'Таких часов рейса нет.',
    en: 'There are no such hours of a trip.',
  },
  'trip-hours.not-yours': {
    status: 403,
    log: 'info',
    ru: 'Часы водителя подтверждает владелец или координатор организации, и никто не подтверждает свои.',
    en: 'Hours of a driver are confirmed by an owner or coordinator of the organization, and nobody confirms their own.',
  },
  'trip-hours.not-now': {
    status: 409,
    log: 'info',
    ru: 'С этими часами уже решено иначе, или прошло больше {days} дней.',
    en: 'These hours were settled otherwise, or more than {days} days have passed.',
  },
});
