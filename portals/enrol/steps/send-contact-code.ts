import type { Contact } from '../../../accounts/contact.ts';
import type { ContactCodeSending } from '../../../accounts/contact-codes.ts';
import type { QuestionInput } from '../question.ts';

/** To a phone or mail box somebody says is theirs; good in this visit only. */
export async function sendContactCode(
  { ctx, services, visit, props }: QuestionInput,
  contact: Contact,
): Promise<ContactCodeSending> {
  const sending = await services.contactCodes.send({
    journeyId: visit.id,
    contact,
    locale: props.ctx.locale,
    address: ctx.ip,
  });
  if (sending.kind === 'sent') {
    const { requestId } = ctx.state;
    await services.audit.oneTimeCodeSent({ requestId }, { channel: contact.channel });
  }
  return sending;
}
