import { GrantRevoked } from '../../errors.ts';
import type { ArtefactPayload } from '../../provider/artefact-store.ts';
import { consumedAt, GRANT } from '../artefact-marks.ts';
import { timeToLive } from '../expiry.ts';
import {
  artefactLocation,
  grantLocation,
  pointerTo,
  sealingContext,
  type ArtefactContext,
  type Pointer,
} from './artefact-places.ts';
import { grantField, markOf } from './artefact-record.ts';
import { artefactScripts as scripts } from './artefact-scripts.ts';
import { keyAt, lieTogether, type Location } from './keys.ts';

interface Write {
  readonly model: string;
  readonly at: Location;
  readonly grant: Location | undefined;
  readonly pointers: readonly Pointer[];
  /** ms. */
  readonly ttl: number;
  readonly payload: ArtefactPayload;
}

/** One step for what lies together. Rejects with `GrantRevoked`. */
export async function writeArtefact(
  context: ArtefactContext,
  model: string,
  id: string,
  payload: ArtefactPayload,
  ttlSeconds: number,
): Promise<void> {
  const { locations } = context;
  const at = artefactLocation(locations, model, id);
  const { uid, userCode } = payload;
  const grantId = model === GRANT ? id : payload.grantId;
  const write = {
    model,
    at,
    grant: grantId === undefined ? undefined : grantLocation(locations, grantId),
    pointers: [
      ...(uid === undefined ? [] : [pointerTo(locations, 'uid', model, uid)]),
      ...(userCode === undefined ? [] : [pointerTo(locations, 'user-code', model, userCode)]),
    ],
    ttl: timeToLive(ttlSeconds),
    payload,
  };
  if (write.grant === undefined || lieTogether(write.grant, at)) await place(context, write);
  else await placeApart(context, write, write.grant);
}

/**
 * Apart from its grant: entered among the members before it is written, so that no revocation misses it. Who took the
 * entry in between has looked for the artefact too early, so then it is removed here.
 */
async function placeApart(context: ArtefactContext, write: Write, grant: Location): Promise<void> {
  await join(context, write, grant);
  await place(context, write);
  if ((await join(context, write, grant)) === 'joined') {
    await context.commands.run(scripts.removeMember, [keyAt('artefact', write.at)], [grant]);
  }
}

async function join({ commands }: ArtefactContext, { at, model, ttl }: Write, grant: Location) {
  const keys = [keyAt('revoked', grant), keyAt('members', grant)];
  const outcome = await commands.run(scripts.join, keys, [entryOf(at, model), ttl]);
  if (outcome === 'revoked') throw lateWrite(model);
  return outcome;
}

async function place({ commands, sealer, clock }: ArtefactContext, write: Write): Promise<void> {
  const { model, at, grant, ttl, payload } = write;
  const { consumed, ...unconsumed } = payload;
  const joined = grant !== undefined && lieTogether(grant, at);
  const keys = [
    keyAt('artefact', at),
    ...(joined ? [keyAt('revoked', grant), keyAt('members', grant)] : []),
    ...write.pointers.filter(({ location }) => lieTogether(location, at)).map(({ key }) => key),
  ];
  const outcome = await commands.run(scripts.write, keys, [
    at,
    ttl,
    markOf(consumedAt(consumed, clock())),
    grantField(grant),
    sealer.seal(JSON.stringify(unconsumed), sealingContext(at)),
    joined ? entryOf(at, model) : '',
  ]);
  if (outcome === 'revoked') throw lateWrite(model);
  const apart = write.pointers.filter(({ location }) => !lieTogether(location, at));
  const isNew = outcome === 'new' ? 1 : 0;
  await Promise.all(apart.map(({ key }) => commands.run(scripts.point, [key], [at, ttl, isNew])));
}

function entryOf(at: Location, model: string): string {
  return at + model;
}

function lateWrite(model: string): GrantRevoked {
  return new GrantRevoked(`a late ${model} of a revoked grant was refused`);
}
