import type { TranslationOf } from '../catalogue.ts';
import type { enrol as source } from '../vi/enrol.ts';

export const enrol: TranslationOf<typeof source> = {
  'enrol.start.title': 'Apply for an e-ID account of level 1',
  'enrol.start.lead':
    'You apply on this page and need not go to any office. It is free and takes about 10 minutes.',
  'enrol.start.need': 'What you need',
  'enrol.start.need-number':
    'Your personal identification number; as a foreigner your passport number or foreigner’s identification number',
  'enrol.start.need-phone': 'A mobile phone number registered to you, to receive a code',
  'enrol.start.need-camera': 'A device with a camera, to take a picture of your own face',
  'enrol.start.then': 'The steps',
  'enrol.start.step-declare':
    'You state your details and take a picture of your face; SenID compares them with the State’s records.',
  'enrol.start.step-result':
    'Most results come at once, and at the latest after 1 working day (Decree 69/2024/NĐ-CP, Article 13).',
  'enrol.start.step-password': 'Once you have the account, you choose a password and can log in.',
  'enrol.start.begin': 'Start',
  'enrol.start.continue': 'Continue the application',
  'enrol.start.under-way':
    'You have begun an application in this browser. What you entered is kept for 24 hours, until you close the browser.',
  'enrol.start.forget': 'Delete it and start again',
  'enrol.start.already': 'Have you applied already?',
  'enrol.start.application-link': 'See an application you submitted',
  'enrol.start.activate-link': 'Activate an account with an activation code',
  'enrol.start.level-2': 'Do you need level 2?',
  'enrol.start.level-2-text':
    'Level 2 is given in person: citizens go to any commune police office, foreigners to the immigration authority. Level 1 is not needed first.',
  'enrol.step-of': 'Step {step} of {steps}',
  'enrol.back': 'Back to the step before',
  'enrol.saved':
    'Your answers are kept in this browser for 24 hours. You can leave and come back later.',
  'enrol.home': 'To the front page',

  'enrol.who.title': 'Who is the account for?',
  'enrol.who.citizen': 'For me, a Vietnamese citizen aged 14 or over',
  'enrol.who.foreigner': 'For me, a foreigner aged 14 or over',
  'enrol.who.ward': 'For my child under 14, or a person I am guardian or representative of',
  'enrol.who.missing': 'Choose who the account is for',

  'enrol.ward.title': 'The guardian applies',
  'enrol.ward.lead':
    'For people under 14, wards and represented persons, the guardian or representative applies with a level-2 account of their own (Decree 69/2024/NĐ-CP, Articles 10 and 11).',
  'enrol.ward.how': 'How to do it',
  'enrol.ward.step-sign-in': 'The guardian signs in to the page of their own account.',
  'enrol.ward.step-declare':
    'There they choose to apply for a child or ward, and follow the steps.',
  'enrol.ward.step-counter':
    'No level-2 account yet? Go together to a commune police office; foreigners go to the immigration authority.',
  'enrol.ward.sign-in': 'Sign in as the guardian',

  'enrol.number.title-citizen': 'Your personal identification number',
  'enrol.number.title-foreigner': 'Your passport or identification number',
  'enrol.number.citizen': 'Personal identification number',
  'enrol.number.citizen-hint': 'Twelve digits, printed on the ID card.',
  'enrol.number.foreigner': 'Passport number or foreigner’s identification number',
  'enrol.number.foreigner-hint':
    'The foreigner’s identification number is the letter F and 11 digits. If you do not know it, enter your passport number.',
  'enrol.number.malformed-citizen': 'Enter all 12 digits of your personal identification number',
  'enrol.number.malformed-foreigner':
    'Enter a passport number (5 to 20 letters and digits) or a foreigner’s identification number',

  'enrol.phone.title': 'Your phone number',
  'enrol.phone.label': 'Own registered mobile number',
  'enrol.phone.hint':
    'For example 0912 345 678. We send a code to it now, and later each time you log in.',
  'enrol.phone.malformed': 'Enter a mobile number, for example 0912 345 678 or +82 10 1234 5678',
  'enrol.phone.one-person':
    'A phone number belongs to the account of one person who applied themselves. Do not use somebody else’s.',
  'enrol.phone.none': 'I have no phone number',
  'enrol.phone.none-hint': 'Foreigners can use e-mail instead of a phone.',
  'enrol.phone.send': 'Send a code',
  'enrol.too-soon': 'Too many codes were sent. Please wait {wait} and try again.',

  'enrol.code.title-sms': 'Enter the code sent to your phone',
  'enrol.code.title-email': 'Enter the code sent to your mailbox',
  'enrol.code.change-sms': 'Use another phone number',
  'enrol.code.change-email': 'Use another e-mail address',

  'enrol.taken.title': 'This phone number is attached to an account',
  'enrol.taken.lead':
    'You have shown that you use this number. It is attached to another e-ID account.',
  'enrol.taken.legend': 'Whose account is it?',
  'enrol.taken.mine': 'It is my account',
  'enrol.taken.mine-hint': 'Then you need not apply: log in at the service you want to use.',
  'enrol.taken.not-mine': 'It is not mine, but the phone number is',
  'enrol.taken.not-mine-hint':
    'For example, the number belonged to somebody else before you. When you are given your account, the number is removed from the other one, and its holder is told.',
  'enrol.taken.other': 'I want to use another phone number',
  'enrol.taken.missing': 'Choose an answer',
  'enrol.taken.counter':
    'This number was confirmed in person for that account, so neither this page nor a counter can move it. Use another number of your own; or ask again once the holder of that account has changed to another number on their account page.',
  'enrol.mine.title': 'You have an account already',
  'enrol.mine.lead': 'Open the page of the service and press “Log in with digital ID”.',
  'enrol.mine.recover': 'Forgot the password or lost the device? You can recover the account.',
  'enrol.mine.recover-link': 'Recover the account',
  'enrol.mine.account-link': 'To the page of your account',

  'enrol.email.title': 'Your e-mail',
  'enrol.email.label': 'E-mail address',
  'enrol.email.label-optional': 'E-mail address (optional)',
  'enrol.email.hint':
    'We use it to tell you the result and when something changes on your account. We send a code to confirm it.',
  'enrol.email.malformed': 'Enter an e-mail address, for example name@example.vn',
  'enrol.email.skip': 'Go on without e-mail',

  'enrol.details.title': 'Your details',
  'enrol.details.lead':
    'Enter them exactly as in your document. We compare them with the State’s records.',
  'enrol.details.name': 'Full name',
  'enrol.details.name-hint-citizen': 'Family name first, for example Nguyễn Văn An',
  'enrol.details.name-hint-foreigner':
    'As in your passport, family name first, for example KIM MIN JUN',
  'enrol.details.name-missing': 'Enter your full name',
  'enrol.details.birthdate': 'Date of birth',
  'enrol.details.birthdate-hint': 'For example 17 5 1990',
  'enrol.details.birthdate-hint-year':
    'If your document gives only the year, leave day and month empty. For example 25 7 1988',
  'enrol.details.birthdate-malformed': 'Enter a real date of birth, for example 17 5 1990',
  'enrol.details.birthdate-future': 'The date of birth must be in the past',
  'enrol.details.sex': 'Sex',
  'enrol.details.male': 'Male',
  'enrol.details.female': 'Female',
  'enrol.details.sex-missing': 'Choose the sex given in your document',
  'enrol.details.nationality': 'Nationality',
  'enrol.details.nationality-empty': 'Choose a nationality',
  'enrol.details.nationality-missing': 'Choose the nationality given in your passport',
  'enrol.details.too-young-next':
    'A parent, representative or guardian applies with an account of their own:',
  'enrol.details.too-young': 'For people under 14, the guardian or representative applies',
};
