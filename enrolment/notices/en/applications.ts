import { enFormats as formats } from '../formats.ts';
import type { NoticeTexts } from '../kinds.ts';
import { matters } from './words.ts';

export const applications: NoticeTexts<
  | 'application_received'
  | 'application_incomplete'
  | 'application_complete'
  | 'application_refused'
  | 'application_withdrawn'
  | 'application_approved'
  | 'account_activated'
> = {
  application_received: {
    title: 'Application received',
    sms: ({ matter, reference }) =>
      `SenID: your request ${reference} for ${matters[matter]} was received. You will be told when it is due once it is complete.`,
    body: ({ matter, reference }) =>
      `We received your request ${reference} for ${matters[matter]}. It is checked next. Once it is complete and valid, you are told by when it is decided.`,
  },
  application_incomplete: {
    title: 'Something is missing from your application',
    sms: ({ matter, reference }) =>
      `SenID: your request ${reference} for ${matters[matter]} is incomplete. Open the page of your application yourself to see what is missing. Its time limit stands still.`,
    body: ({ matter, reference }) =>
      `Your request ${reference} for ${matters[matter]} is incomplete. The page of your application says what is missing. Its time limit stands still, and goes on once everything is there.`,
  },
  application_complete: {
    title: 'Application complete, being decided',
    sms: ({ matter, reference, dueAt }) =>
      `SenID: your request ${reference} for ${matters[matter]} is complete. It is decided by ${formats.day(dueAt)}.`,
    body: ({ matter, reference, dueAt }) =>
      `Your request ${reference} for ${matters[matter]} is complete and valid. It is decided by the end of ${formats.day(dueAt)}. There is nothing more you need to do; the result comes by phone, by email and on the page of your application.`,
  },
  application_refused: {
    title: 'Application refused',
    sms: ({ matter, reference }) =>
      `SenID: your request ${reference} for ${matters[matter]} was refused. Open the page of your application yourself for the reason and what you can do next.`,
    body: ({ matter, reference }) =>
      `Your request ${reference} for ${matters[matter]} was refused. The page of your application gives the reason, and says what you can do next.`,
  },
  application_withdrawn: {
    title: 'Application withdrawn',
    sms: ({ matter, reference }) =>
      `SenID: your request ${reference} for ${matters[matter]} was withdrawn. You can make a new one at any time.`,
    body: ({ matter, reference }) =>
      `Your request ${reference} for ${matters[matter]} was withdrawn, and is not decided any more. You can make a new one at any time.`,
  },
  application_approved: {
    title: 'Approved, waiting for the account to be activated',
    sms: ({ matter, reference, numberEnd, activateBy }) =>
      `SenID: your request ${reference} for ${matters[matter]} was approved. Open SenID yourself and activate the account no. ...${numberEnd} before ${formats.moment(activateBy)}.`,
    body: ({ matter, reference, numberEnd, activateBy }) =>
      `Your request ${reference} for ${matters[matter]} was approved. Open SenID yourself on your own device, choose “Activate the account”, and enter the activation code you were sent before ${formats.moment(activateBy)}. The identification number of the account ends with ${numberEnd}.`,
  },
  account_activated: {
    title: 'Account activated',
    sms: ({ level }) =>
      `SenID: your level-${level} e-ID account was activated. If it was not you, tell the commune police at once.`,
    body: ({ level }) =>
      `Your level-${level} e-ID account was activated and can be used now. If it was not you who activated it, tell the commune police at once.`,
  },
};
