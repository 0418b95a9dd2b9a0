import type { ClientRecord, ClientStore } from '../clients/client.ts';
import { CannotDo } from './cannot-do.ts';

/** Of a command that works on one relying party. */
export const CLIENT_ARGUMENT = [
  '<clientId>',
  'the relying party, as clients list names it',
] as const;

export async function findClient(clientId: string, clients: ClientStore): Promise<ClientRecord> {
  const client = await clients.find(clientId);
  if (client === undefined) throw new CannotDo('there is no such relying party');
  return client;
}
