import { APPLICATION_LIMITS } from '../enrolment/application-throttle.ts';

/** What a page says about a picture that could not be compared: how many a day are compared, and sent at all. */
export const PHOTO_LIMITS = {
  compared: APPLICATION_LIMITS.perNumberAndContact,
  sent: APPLICATION_LIMITS.sentPerNumberAndContact,
};
