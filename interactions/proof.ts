import { audienceOf } from '../clients/client.ts';
import type { StepInput } from './step.ts';

/** When, in which transaction and for whom a factor is proven here: what every factor of a journey has in common. */
export function proofOf({ facts, services }: StepInput) {
  const { transaction, client } = facts.interaction;
  return { at: services.clock(), transaction, audience: audienceOf(client) };
}
