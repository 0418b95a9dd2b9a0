import type { ArtefactPayload } from '../../provider/artefact-store.ts';
import {
  artefactLocation,
  pointerTo,
  sealingContext,
  type ArtefactContext,
} from './artefact-places.ts';
import { parseRecord } from './artefact-record.ts';
import { artefactScripts as scripts } from './artefact-scripts.ts';
import { keyAt, lieTogether, type Location } from './keys.ts';

export async function readArtefact(
  context: ArtefactContext,
  model: string,
  id: string,
): Promise<ArtefactPayload | undefined> {
  const at = artefactLocation(context.locations, model, id);
  return showAt(context, at, await context.commands.send('get', keyAt('artefact', at)));
}

/** One step when the grant lies with the artefact. */
export async function readArtefactWithGrant(context: ArtefactContext, model: string, id: string) {
  const { commands, locations } = context;
  const at = artefactLocation(locations, model, id);
  const found = await commands.run(scripts.readWithGrant, [keyAt('artefact', at)], [at]);
  if (!Array.isArray(found)) return undefined;
  const [record, grantHere] = found as [string, unknown];
  const { grant: grantAt } = parseRecord(record);
  const artefact = open(context, at, record);
  if (grantAt === undefined || artefact.grantId === undefined)
    return { artefact, grant: undefined };
  if (await isBuried(context, at, grantAt)) return undefined;
  const grant = grantHere ?? (await commands.send('get', keyAt('artefact', grantAt)));
  return { artefact, grant: typeof grant === 'string' ? open(context, grantAt, grant) : undefined };
}

/** By a uid or a user code that the artefact still carries. */
export async function readPointed(
  context: ArtefactContext,
  field: 'uid' | 'userCode',
  model: string,
  value: string,
): Promise<ArtefactPayload | undefined> {
  const { commands, locations } = context;
  const name = field === 'uid' ? 'uid' : 'user-code';
  const pointer = pointerTo(locations, name, model, value);
  const found = await commands.run(scripts.readPointed, [pointer.key], [pointer.location]);
  if (!Array.isArray(found)) return undefined;
  const [at, here] = found as [Location, unknown];
  const record = here ?? (await commands.send('get', keyAt('artefact', at)));
  const artefact = await showAt(context, at, record);
  return artefact?.[field] === value ? artefact : undefined;
}

/**
 * True when the grant of an artefact is revoked, and may be so while the artefact is still there: only when they lie
 * apart. Else one script removes both.
 */
export async function isBuried(
  { commands }: ArtefactContext,
  at: Location,
  grant: Location | undefined,
): Promise<boolean> {
  if (grant === undefined || lieTogether(grant, at)) return false;
  return (await commands.send('exists', keyAt('revoked', grant))) === 1;
}

async function showAt(context: ArtefactContext, at: Location, record: unknown) {
  if (typeof record !== 'string') return undefined;
  const { grant } = parseRecord(record);
  return (await isBuried(context, at, grant)) ? undefined : open(context, at, record);
}

function open({ sealer }: ArtefactContext, at: Location, record: string): ArtefactPayload {
  const { sealed, consumed } = parseRecord(record);
  const payload = JSON.parse(sealer.open(sealed, sealingContext(at))) as ArtefactPayload;
  return consumed === null ? payload : { ...payload, consumed };
}
