import type { TranslationOf } from '../catalogue.ts';
import type { recover as source } from '../vi/recover.ts';

export const recover: TranslationOf<typeof source> = {
  'recover.title': 'Recover an account',
  'recover.lead': 'When you no longer have your old phone, password or passkey.',
  'recover.online': 'Recover it yourself, here',
  'recover.online-text':
    'You need: your identification number, your document, a picture of your face taken now, and a registered phone number or email address that still works.',
  'recover.online-when':
    'It takes effect after 24 hours. Meanwhile whoever has the old contacts is told, and can call it off. After that the account reaches the basic level only, for another 24 hours.',
  'recover.counter': 'Go to a counter',
  'recover.counter-text':
    'When no contact works any more. Citizens: any commune police. Foreigners: the immigration authority. Take your papers.',
  'recover.guardian': 'Ask the guardian',
  'recover.guardian-text':
    'For wards who log in themselves (from 14 years of age): the guardian logs in, opens their own account page and chooses to recover. The account of a child under 14 is used with the guardian’s own account, so there is nothing to recover.',
  'recover.start': 'Begin',
  'recover.number': 'Identification number',
  'recover.number-hint': 'Personal identification number, or foreigner’s identification number.',
  'recover.document': 'Document number',
  'recover.document-hint': 'Number of the identity card, or of the passport for foreigners.',
  'recover.face': 'Picture of your face',
  'recover.face-hint':
    'Take it with this device, looking straight ahead, in good light. It is compared and not kept.',
  'recover.check': 'Compare',
  'recover.missing': 'Enter both the identification number and the document number.',
  'recover.bad-picture': 'Take a clear picture of your face, as JPEG or PNG.',
  'recover.no-match':
    'What you entered could not be matched. Check the numbers, take another picture, or go to a counter.',
  'recover.unknown':
    'The matching system does not answer. Nothing has been decided. Try again in a few minutes.',
  'recover.limited': 'Too many attempts. Try again in {wait}, or go to a counter.',
  'recover.refused-not_activated':
    'This account is not activated yet, so there is nothing to recover. Open “Activate your account” and enter the activation code; if it is no longer valid, get a new one on the page “My application” or ask where you applied.',
  'recover.refused-locked':
    'This account is locked for a reason that a recovery does not lift. Go to a counter with your papers and ask how it can be unlocked.',
  'recover.refused-waiting':
    'A recovery of this account waits already. Wait until it takes effect, or call it off with the code in the notice; if it cannot wait, go to a counter with your papers.',
  'recover.refused-cooling_down':
    'This account was recovered a short while ago: log in with the password set then. It cannot be recovered here again yet; if that password is lost too, go to a counter with your papers.',
  'recover.refused-guardian_needed':
    'The holder is under 14, so the guardian uses this account with the guardian’s own account, and there is nothing to recover. A guardian who cannot log in recovers their own account.',
  'recover.refused-not_reached':
    'The code went to a phone number or email that this account can no longer be recovered with. Nothing has changed. Begin again and choose another one, or go to a counter with your papers.',
  'recover.refused-no_own_use':
    'This account is used with the account of the guardian or representative, so it has no password of its own to recover.',
  'recover.channel-title': 'Which of these still works?',
  'recover.channel-lead': 'We send a code there.',
  'recover.channel': 'Send the code to',
  'recover.channel-choose': 'Choose where to send the code.',
  'recover.no-channel': 'If none of these works for you, go to a counter with your papers.',
  'recover.send': 'Send a code',
  'recover.password-title': 'Enter the code and set a new password',
  'recover.password-in-force': 'It is in force from the moment the recovery is.',
  'recover.finish': 'Ask for the recovery',
  'recover.done-title': 'Recovery asked for',
  'recover.done':
    'It takes effect at {time}. Every contact of the account was told, with a code that calls it off.',
  'recover.done-next':
    'From then on: log in with the new password; the old passkeys are removed, make a new one. For the first 24 hours the account reaches the basic level only.',
  'recover.over': 'This recovery has expired. Begin again.',
  'recover.ward-title': 'Recover the account of {name}',
  'recover.ward-lead':
    'It takes effect at once: all old passkeys and sessions go. For 24 hours the account reaches the basic level only.',
  'recover.ward-do': 'Recover now',
  'recover.ward-done': 'The account of {name} was recovered.',
  'recover.home': 'Recover an account',
};
