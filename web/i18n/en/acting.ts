export const acting = {
  'acting.label': 'Acting for somebody else',
  'acting.banner': 'You are acting for {name}',
  'acting.switch': 'Change person',
  'acting.panel': 'For {name}',
  'choose-person.title': 'For whom are you signing in?',
  'choose-person.lead':
    'You are a representative or guardian. The service will know whether you are here for yourself, or for whom.',
  'choose-person.asked-lead': 'The service asks you to sign in for this person.',
  'choose-person.self': 'For yourself',
  'choose-person.self-button': 'Continue for myself',
  'choose-person.wards': 'For somebody else',
  'choose-person.ward-button': 'Continue for {name}',
  'choose-person.unusable': 'This account cannot be used to sign in at the moment.',
  'choose-person.told':
    'The service gets the information of the person you choose, and a code that stands for you; not your name, nor anything else about you.',
  'choose-person.gone': 'This person cannot be chosen. Please choose again.',
  'basis.parent': 'Your child',
  'basis.appointed-guardian': 'Your ward',
  'basis.represented-adult': 'A person you represent',
  'basis.organisation': 'An organisation you legally represent',
  'cannot-act.title': 'You cannot act for this person now',
  'cannot-act.may-not-act': 'You cannot sign in for {name}.',
  'cannot-act.may-not-act-why':
    'The guardianship or representation has ended, or this person is old enough to use the account alone.',
  'cannot-act.may-not-act-next':
    'If you think this is a mistake, go to the commune police with the papers about the guardianship or representation.',
  'cannot-act.ward-unusable': 'The account of {name} cannot be used to sign in at the moment.',
  'cannot-act.ward-unusable-next':
    'The commune or provincial police will tell you what to do. You can still sign in for yourself.',
  'cannot-act.organisation': 'The account of an organisation is used by its legal representative.',
  'cannot-act.organisation-next':
    'The representative signs in with their own level-2 account, and then chooses to act for the organisation.',
  'cannot-act.other': 'Choose somebody else',
  'consent.title-for': 'Share information about {name} with {service}?',
  'consent.for': 'You decide for {name}. The information below is about {name}.',
  'consent.child-too':
    '{name} is 7 or older, and is asked as well on the next page. Only when both agree is anything shared.',
  'assent.title': '{name}, do you agree?',
  'assent.hand-over': 'Please hand the device to {name}, to read and answer alone.',
  'assent.lead': '{prover} wants to use {service} for you.',
  'assent.what': '{service} will know about you:',
  'assent.what-nothing':
    '{service} will only know a code that stands for you there, not your name nor anything else.',
  'assent.free': 'You may say no. Nobody may blame you for it.',
  'assent.later': 'If you change your mind, tell {prover}: the sharing can be stopped at any time.',
  'assent.no-means': 'If you say no, nothing is sent.',
  'assent.yes': 'I agree',
  'assent.no': 'I do not agree',
  'too-young.guardian': 'The guardian signs in',
  'too-young.not-here': 'This service does not take guardians acting for a child yet.',
} as const;
