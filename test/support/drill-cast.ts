import { SUBSTANTIAL } from '../../accounts/assurance.ts';
import { DrillKeys } from './drill-keys.ts';
import type { DrillWorld } from './drill-journeys.ts';
import type { DrillParts } from './drill-outage.ts';
import { DrillParty } from './drill-party.ts';
import type { DrillRecord } from './drill-record.ts';
import type { DrillStage } from './drill-stage.ts';
import { Visitor } from './drill-visitor.ts';
import { Wire } from './drill-wire.ts';
import { Witnesses } from './drill-witnesses.ts';
import { OidcClient } from './oidc-client.ts';
import { insertPerson } from './session-people.ts';

const PROBERS = 3;

/** Who plays, beside the load itself. */
export interface Cast extends DrillParts {
  readonly visitors: readonly Visitor[];
  readonly keys: DrillKeys;
}

/** Everybody has an account; each of them registers a first passkey on the way. */
export async function gather(
  stage: DrillStage,
  record: DrillRecord,
  visitorCount: number,
): Promise<Cast> {
  const { issuer, proxy, stores } = stage;
  const wireFrom = (address: string) =>
    new Wire({ issuer, port: proxy.port, address, record }, { keepAlive: true });
  const wire = wireFrom('127.0.3.1');
  const keys = new DrillKeys(wire);
  const party = async () => {
    const client = await OidcClient.register(issuer);
    return new DrillParty(client, 'openid profile phone', keys);
  };
  const world: DrillWorld = {
    parties: { low: await party(), high: await party() },
    stores,
    witnesses: new Witnesses(),
  };
  const newVisitor = async (address: string) => {
    const visitor = new Visitor(wireFrom(address), await insertPerson(stores, issuer));
    await visitor.logIn(world.parties.low, { how: 'password', acr: SUBSTANTIAL });
    return visitor;
  };
  const several = (count: number, network: string) =>
    Promise.all(Array.from({ length: count }, (_, index) => newVisitor(`${network}.${index + 1}`)));
  const visitors = await several(visitorCount, '127.0.1');
  const probers = (await several(PROBERS, '127.0.2')).map(({ person }) => person);
  return { stage, record, world, wire, keys, visitors, probers };
}
