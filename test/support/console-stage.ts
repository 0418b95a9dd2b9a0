import { officer, type OfficerBrowser } from './officer-visit.ts';
import { startSenid, type SenidProcess } from './senid-process.ts';
import { simulatorOf } from './simulator.ts';

/** A citizen without an account of level 2. */
export const TUAN = '099092000103';
export const BINH = '099185000028';
/** What breaks out of a page that does not take care. */
export const MARKUP = `"'><script>alert(1)</script><img src=x onerror=alert(2)>`;

export interface ConsoleStage {
  readonly senid: SenidProcess;
  readonly receiving: OfficerBrowser;
  readonly second: OfficerBrowser;
  readonly deciding: OfficerBrowser;
  readonly immigration: OfficerBrowser;
  readonly auditor: OfficerBrowser;
  readonly supervisor: OfficerBrowser;
  /** Of a case that is forwarded, and decided about by nobody yet. */
  readonly address: string;
}

/** Every officer at their own browser, and one case between them. */
export async function startConsole(name: string): Promise<ConsoleStage> {
  const senid = await startSenid({ registers: true, name });
  const receiving = await officer(senid, 'receiving');
  const form = { phone: '0912345678', documents_to_integrate: MARKUP };
  const address = await forwardedCase(senid, receiving, form);
  return {
    senid,
    receiving,
    address,
    second: await officer(senid, 'secondReceiving'),
    deciding: await officer(senid, 'deciding'),
    immigration: await officer(senid, 'immigration'),
    auditor: await officer(senid, 'auditor'),
    supervisor: await officer(senid, 'supervisor'),
  };
}

/** Level 2 for Tuấn, put together and on its way to the authority; its address. */
export async function forwardedCase(
  senid: SenidProcess,
  receiving: OfficerBrowser,
  form: Readonly<Record<string, string>>,
): Promise<string> {
  const address = await openCase(receiving, 'citizen_level_2', { number: TUAN });
  const simulator = simulatorOf(senid);
  await receiving.take(address, 'documents_checked', { document_shown: 'yes' });
  await receiving.take(address, 'form_filled', form);
  await receiving.capture(address, await simulator.face(TUAN));
  await receiving.capture(address, await simulator.fingerprints(TUAN));
  await receiving.take(address, 'consent_confirmed', { consent: 'yes' });
  await receiving.take(address, 'completed');
  await receiving.take(address, 'forwarded');
  return address;
}

/** The address of a case opened by its page. */
export async function openCase(
  by: OfficerBrowser,
  kind: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const answer = await by.submit(await by.open(`/officer/open/${kind}`), fields);
  const { pathname } = new URL(answer.url);
  if (!pathname.startsWith('/officer/cases/case_')) throw new Error(answer.body);
  return pathname;
}

export function caseIdOf(address: string): `case_${string}` {
  return address.split('/')[3] as `case_${string}`;
}
