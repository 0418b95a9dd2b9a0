import { enFormats as formats } from '../formats.ts';
import type { NoticeTexts } from '../kinds.ts';
import { contacts } from './words.ts';

const NOT_YOU = 'If this was not you, open SenID yourself and choose “It wasn’t me”.';

export const keeping: NoticeTexts<
  | 'contact_change_requested'
  | 'contact_to_be_used'
  | 'contact_changed'
  | 'contact_change_cancelled'
  | 'contact_phone_taken'
  | 'phone_given_up'
  | 'passkey_added'
  | 'passkey_renamed'
  | 'passkey_removed'
  | 'signed_out_everywhere'
  | 'recovery_requested'
  | 'recovery_done'
  | 'recovery_cancelled'
  | 'account_secured'
> = {
  contact_change_requested: {
    title: 'A change of your contact details was asked for',
    sms: ({ changed, effectiveAt }) =>
      `SenID: a change of the ${contacts[changed]} of your account was asked for. It takes effect at ${formats.moment(effectiveAt)}.`,
    body: ({ changed, effectiveAt }) =>
      `A change of the ${contacts[changed]} of your account was asked for. It takes effect at ${formats.moment(effectiveAt)}; until then the old one is used, and you can call the change off. ${NOT_YOU}`,
  },
  contact_to_be_used: {
    title: 'These contact details are to be used for an account',
    sms: ({ changed, effectiveAt }) =>
      `SenID: this ${contacts[changed]} is to be used for an account from ${formats.moment(effectiveAt)}. If you did not ask for it, tell the commune police.`,
    body: ({ changed, effectiveAt }) =>
      `Somebody asked that this ${contacts[changed]} be used for an e-ID account from ${formats.moment(effectiveAt)}. If you did not ask for it, tell the commune police.`,
  },
  contact_changed: {
    title: 'Contact details changed',
    sms: ({ changed }) => `SenID: the ${contacts[changed]} of your account was changed.`,
    body: ({ changed }) =>
      `The ${contacts[changed]} of your account was changed. From now on notices go to the new one. ${NOT_YOU}`,
  },
  contact_change_cancelled: {
    title: 'Change of contact details called off',
    sms: ({ changed }) =>
      `SenID: the change of the ${contacts[changed]} of your account was called off. The old one stays in use.`,
    body: ({ changed }) =>
      `The change of the ${contacts[changed]} of your account was called off. The old one stays in use; there is nothing you need to do.`,
  },
  contact_phone_taken: {
    title: 'Phone number not changed',
    sms: () =>
      'SenID: the new phone number belongs to another account by now, so the change was called off. The old one stays in use.',
    body: () =>
      'The new phone number belongs to another account by now, so the change was called off. The old one stays in use. Use another number of your own; or wait until the holder of the other account has changed to another number on their account page, and ask again. A counter cannot move the number.',
  },
  phone_given_up: {
    title: 'The phone number is no longer on your account',
    sms: () =>
      'SenID: this phone number is no longer on your account, because whoever uses it now has registered it.',
    body: () =>
      'Somebody else has proven that they use the phone number of your account, and has registered it, so it is no longer on your account. Your account and your password stay as they are; add the phone number you use now. If the number is still yours, somebody else may be receiving its messages: tell the commune police. A counter cannot move the number back, so add another number of your own.',
  },
  passkey_added: {
    title: 'Passkey added',
    sms: () => `SenID: a passkey was added to your account.`,
    body: ({ passkeyName }) =>
      `The passkey “${passkeyName}” was added to your account, and can be used to log in. ${NOT_YOU}`,
  },
  passkey_renamed: {
    title: 'Passkey renamed',
    sms: () => 'SenID: a passkey of your account was renamed.',
    body: ({ passkeyName }) =>
      `A passkey of your account was renamed to “${passkeyName}”. ${NOT_YOU}`,
  },
  passkey_removed: {
    title: 'Passkey removed',
    sms: () => `SenID: a passkey was removed from your account.`,
    body: ({ passkeyName }) =>
      `The passkey “${passkeyName}” was removed from your account, and no longer works. ${NOT_YOU}`,
  },
  signed_out_everywhere: {
    title: 'Logged out everywhere',
    sms: () => 'SenID: all sessions of your account were ended, as was asked for.',
    body: () =>
      `All sessions of your account were ended, as was asked for. You need to log in to services anew. ${NOT_YOU}`,
  },
  recovery_requested: {
    title: 'Recovery of your account was asked for',
    sms: ({ effectiveAt }) =>
      `SenID: recovery of your account was asked for. It takes effect at ${formats.moment(effectiveAt)}.`,
    body: ({ effectiveAt }) =>
      `Recovery of your account was asked for. It takes effect at ${formats.moment(effectiveAt)}; until then you can call it off. ${NOT_YOU}`,
  },
  recovery_done: {
    title: 'Account recovered',
    sms: ({ coolDownUntil, activates }) =>
      `SenID: your account was recovered${activates ? '; activate it anew with the activation code' : ' with a new password'}. Earlier passkeys are gone. Only the low level works until ${formats.moment(coolDownUntil)}.`,
    body: ({ coolDownUntil, activates }) =>
      `${activates ? 'Your account was recovered at a counter. Activate it anew with the activation code that is sent separately; the earlier password no longer works.' : 'Your account was recovered with a new password.'} All earlier passkeys were removed; make a new one. To protect you, until ${formats.moment(coolDownUntil)} the account works only for services that ask for the low level. ${NOT_YOU}`,
  },
  recovery_cancelled: {
    title: 'Recovery called off',
    sms: () => 'SenID: the recovery of your account was called off. Nothing has changed.',
    body: () =>
      'The recovery of your account was called off. Nothing has changed; you log in as before.',
  },
  account_secured: {
    title: 'Account secured and locked',
    sms: () =>
      "SenID: you told us it wasn't you. Your account is locked, all sessions were ended, what was waiting was called off. To use it again, open SenID yourself and recover it, or go to the police with your papers.",
    body: () =>
      'You told us it wasn’t you. Your account is locked: nobody can log in, you neither. All sessions were ended, and what was waiting was called off. To use it again, open SenID yourself and choose “Recover an account”, or go to the commune or provincial police with your papers. After that, check your contact details and passkeys.',
  },
};
