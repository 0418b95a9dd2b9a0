import type { Clock } from '../../clock.ts';
import { GRANT } from '../artefact-marks.ts';
import type { Sealer } from '../sealing.ts';
import { keyAt, type Location, type Locations } from './keys.ts';
import type { RedisCommands } from './redis-commands.ts';

/** What the parts of the artefact store share. */
export interface ArtefactContext {
  readonly commands: RedisCommands;
  readonly locations: Locations;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

export interface Pointer {
  readonly key: string;
  readonly location: Location;
}

export function artefactLocation(locations: Locations, model: string, id: string): Location {
  return locations.ofPlace(`artefact ${model}`, id);
}

export function grantLocation(locations: Locations, grantId: string): Location {
  return artefactLocation(locations, GRANT, grantId);
}

export function pointerTo(
  locations: Locations,
  name: 'uid' | 'user-code',
  model: string,
  value: string,
): Pointer {
  const location = locations.ofPlace(`${name} ${model}`, value);
  return { key: keyAt(name, location), location };
}

/** What a payload is sealed for: moved to another artefact, it does not open. */
export function sealingContext(at: Location): string {
  return `artefacts/payload/${at}`;
}
