import type { TranslationOf } from '../catalogue.ts';
import type { account as source } from '../vi/account.ts';

export const account: TranslationOf<typeof source> = {
  'account.title': 'My account',
  'account.back': 'Back to my account',
  'account.level-1-for':
    'A level-1 account: see your electronic identity, and use services that accept the basic level.',
  'account.level-2-for':
    'A level-2 account: use every service, banks too, when you confirm with a passkey.',
  'account.cooling-down':
    'Your account was recovered a short while ago. Until {until} it reaches the basic level only, and contact details cannot be changed.',
  'account.how-level-2': 'How to get level 2',
  'account.documents': 'Documents',
  'account.valid-until': 'valid until the end of {date}',
  'account.warned': 'We remind you 30 days, 7 days and 1 day before a document expires.',
  'account.data': 'Identity data',
  'account.data-lead':
    'SenID has these from the State’s registers. Nobody can change them here, neither you nor SenID’s staff.',
  'account.data-correct': 'Where the data come from, and where to have them corrected',
  'account.waiting': 'Waiting',
  'account.waiting-none': 'Nothing waits for you.',
  'account.change-phone': 'Phone number to become {masked}, from {time}',
  'account.change-email': 'Email address to become {masked}, from {time}',
  'account.change-recovery': 'Recovery of the account, from {time}',
  'account.call-off': 'Call this off',
  'account.unread': 'New: {count}',
  'account.wards': 'Wards and those you represent',
  'account.ward-use':
    'Under 14: the guardian uses the account. From 7, sharing data needs the consent of both.',
  'account.ward-own': 'From 14: uses the account alone, with their own phone number.',
  'account.ward-represented':
    'You represent this person: choose them when you log in with your own account.',
  'account.ward-organisation':
    'An organisation you represent by law. It is used with your own level-2 account.',
  'account.ward-recover': 'Recover the account of {name}',
  'account.ward-apply': 'Apply for a level-1 account for a ward',
  'account.safety': 'Safety',
  'account.contacts': 'Phone number and email',
  'account.passkeys': 'Passkeys',
  'account.notices': 'Notices',
  'account.sign-out-everywhere': 'Log out everywhere',
  'account.lock': 'Lock the account (TK03)',
  'account.not-me': 'It wasn’t me',
  'account.none': 'None yet',
  'account.outdated': 'Something else changed at the same moment. Look again, then retry.',
  'account.restored': 'Here is what you typed before you signed in again. Nothing was sent yet.',
  'account.called-off': 'Called off. Nothing has changed.',
  'account.call-off-late': 'This has taken effect already, or was called off before.',
  'source.title': 'Where the data come from, and where to have them corrected',
  'source.lead':
    'Once the authority has corrected its records, SenID follows by itself. You need not hand in anything to SenID.',
  'source.population':
    'National population database, identification database. To correct: take your identity card and proof to the commune police where you live.',
  'source.civil':
    'Civil-status database. To correct: ask the commune People’s Committee to rectify the civil-status record; the population data follow.',
  'source.immigration':
    'National immigration database. To correct: take your passport to the immigration authority of the Ministry of Public Security or the provincial police.',
  'source.you': 'You gave it, and you change it here.',
  'contacts.title': 'Phone number and email',
  'contacts.lead':
    'Codes and notices are sent here. A new number or address takes effect after 24 hours; the old one and the new one are both told.',
  'contacts.phone': 'Phone number',
  'contacts.email': 'Email address',
  'contacts.change-phone': 'Change the phone number',
  'contacts.change-email': 'Change the email address',
  'contacts.new-phone': 'New phone number',
  'contacts.new-phone-hint':
    'Your own registered mobile number. For example 0912 345 678. Foreign numbers begin with +.',
  'contacts.new-email': 'New email address',
  'contacts.new-email-hint': 'For example name@example.vn',
  'contacts.send': 'Send a code there',
  'contacts.what-next':
    'We send a code there to make sure that it is yours. The old one gets a code that calls the change off.',
  'contacts.invalid-phone': 'Enter a valid mobile number.',
  'contacts.invalid-email': 'Enter a valid email address.',
  'contacts.same': 'You use this one already.',
  'contacts.taken':
    'This phone number is attached to another account, so it was not added to yours. Use another number of your own; or ask again once the holder of that account has changed to another number.',
  'contacts.waiting': 'Another change waits. Call it off first, then ask for the new one.',
  'contacts.cooling_down':
    'Your account was recovered a short while ago. You can change contact details once the 24 hours are over.',
  'contacts.guardians_contacts': 'A holder under 14 uses the guardian’s phone number.',
  'contacts.limited': 'Too many codes were sent. Try again in {wait}.',
  'contacts.code-title': 'Enter the code we sent',
  'contacts.code-lead': 'A code of 6 digits was sent to {masked}. It is valid for 5 minutes.',
  'contacts.code': 'Verification code',
  'contacts.code-confirm': 'Confirm',
  'contacts.code-wrong':
    '{count, plural, one {Not the right code. {count} attempt left.} other {Not the right code. {count} attempts left.}}',
  'contacts.code-over': 'The code is no longer valid. Send a new one.',
  'contacts.code-again': 'Send another code, or correct it',
  'contacts.requested':
    'Noted. The change takes effect at {time}. Until then the old one is used, and you can call it off.',
  'contacts.changed': 'Changed.',
  'contacts.language': 'Language of text messages and emails',
  'contacts.language-hint':
    'For all notices and requests sent to you from now on. Vietnamese text messages are written without marks.',
  'contacts.language-choose': 'Save the language',
  'contacts.language-vi': 'Vietnamese',
  'contacts.language-en': 'English',
  'contacts.language-done': 'Saved. From now on you are told in {language}.',
  'notices.title': 'Notices',
  'notices.lead': 'Newest first. They were also sent as text messages and emails.',
  'notices.none': 'There are no notices yet.',
  'notices.new': 'New',

  'ward-apply.title': 'Apply for a ward’s account of level 1',
  'ward-apply.lead':
    'Enter the data of your child, or of the person you are guardian or representative of. They are compared with the registers; codes and messages come to your phone.',
  'ward-apply.number-hint':
    'Identification number of the ward: 12 digits; of a foreigner, the letter F and 11 digits.',
  'ward-apply.photo': 'Face photo: {name}',
  'ward-apply.photo-lead': 'The ward alone, looking straight ahead, in good light.',
  'ward-apply.photo-label': 'Picture of {name}’s face',
  'ward-apply.photo-empty': 'Take a picture of {name}’s face',
  'ward-apply.consent':
    'By sending the photo you agree, on behalf of the ward, that it is compared with the one on record. The photo is not kept here.',
  'ward-apply.throttled': 'Too many attempts today. Try again tomorrow, or go to the police.',
  'ward-apply.received': 'The application for {name} has been received',
  'ward-apply.approved': '{name}’s level-1 account is granted and waits to be activated',
  'ward-apply.done': '{name}’s account is active',
  'ward-apply.refused': 'No account could be given to {name}',
  'ward-apply.code-sent':
    'The activation code was sent to your phone, {destination}. You activate the account with this code and your own account.',
};
