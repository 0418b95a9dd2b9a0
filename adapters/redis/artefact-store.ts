import type { ArtefactPayload, ArtefactStore } from '../../provider/artefact-store.ts';
import { epochSeconds, LEAST_TOMBSTONE_SECONDS } from '../artefact-marks.ts';
import { timeToLive } from '../expiry.ts';
import { artefactLocation, grantLocation, type ArtefactContext } from './artefact-places.ts';
import { isBuried, readArtefact, readArtefactWithGrant, readPointed } from './artefact-reader.ts';
import { markOf, parseGrantField } from './artefact-record.ts';
import { artefactScripts as scripts } from './artefact-scripts.ts';
import { writeArtefact } from './artefact-writer.ts';
import { keyAt, type Location } from './keys.ts';

/** How much later than its entry among the members an artefact may come to be written. No command takes as long. */
const LATEST_WRITE_SECONDS = 600;

/**
 * What has the same place lies together and is read and written in one step. Where an artefact lies apart from its grant
 * there are several, in an order in which a revocation misses nothing; and it is shown only after the tombstone of the
 * grant was looked for, so nothing is seen that came too late or was left behind.
 */
export class RedisArtefactStore implements ArtefactStore {
  readonly #context: ArtefactContext;

  constructor(context: ArtefactContext) {
    this.#context = context;
  }

  upsert(model: string, id: string, payload: ArtefactPayload, ttlSeconds: number): Promise<void> {
    return writeArtefact(this.#context, model, id, payload, ttlSeconds);
  }

  find(model: string, id: string): Promise<ArtefactPayload | undefined> {
    return readArtefact(this.#context, model, id);
  }

  findWithGrant(model: string, id: string) {
    return readArtefactWithGrant(this.#context, model, id);
  }

  findByUid(model: string, uid: string): Promise<ArtefactPayload | undefined> {
    return readPointed(this.#context, 'uid', model, uid);
  }

  findByUserCode(model: string, userCode: string): Promise<ArtefactPayload | undefined> {
    return readPointed(this.#context, 'userCode', model, userCode);
  }

  async consume(model: string, id: string): Promise<'won' | 'replayed' | 'absent'> {
    const { commands, locations, clock } = this.#context;
    const at = artefactLocation(locations, model, id);
    const mark = markOf(epochSeconds(clock()));
    const answer = await commands.runDecision(scripts.consume, [keyAt('artefact', at)], [mark]);
    const [outcome, grant] = answer as ['won' | 'replayed' | 'absent', string];
    if (outcome === 'absent') return outcome;
    return (await isBuried(this.#context, at, parseGrantField(grant))) ? 'absent' : outcome;
  }

  async destroy(model: string, id: string): Promise<void> {
    const { commands, locations } = this.#context;
    await commands.send('unlink', keyAt('artefact', artefactLocation(locations, model, id)));
  }

  async revokeByGrantId(model: string, grantId: string): Promise<void> {
    const { commands, locations } = this.#context;
    const grant = grantLocation(locations, grantId);
    const keys = [keyAt('members', grant)];
    const missing = await commands.run(scripts.removeMembersOfModel, keys, [grant, model]);
    await this.#removeMembers(missing, grant);
  }

  async revokeGrant(grantId: string): Promise<void> {
    const { commands, locations } = this.#context;
    const grant = grantLocation(locations, grantId);
    const keys = [keyAt('revoked', grant), keyAt('members', grant)];
    const times = [timeToLive(LEAST_TOMBSTONE_SECONDS), timeToLive(LATEST_WRITE_SECONDS)];
    const missing = await commands.runDecision(scripts.revoke, keys, [grant, ...times]);
    await this.#removeMembers(missing, grant);
  }

  async remember(scope: string, value: string, ttlSeconds: number): Promise<boolean> {
    const { commands, locations } = this.#context;
    const ttl = timeToLive(ttlSeconds);
    const key = keyAt('remembered', locations.of(`remembered ${scope}`, value));
    if (ttl <= 0) return (await commands.send('exists', key)) === 0;
    return (await commands.decide('set', key, '1', 'PX', ttl, 'NX')) === 'OK';
  }

  async #removeMembers(entries: unknown, grant: Location): Promise<void> {
    const { commands } = this.#context;
    await Promise.all(
      (entries as string[]).map((entry) =>
        commands.run(scripts.removeMember, [keyAt('artefact', entry)], [grant]),
      ),
    );
  }
}
