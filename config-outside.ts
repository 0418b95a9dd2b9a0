import { CannotStart } from './errors.ts';

/** A system of somebody else's, and what is shown to it. */
export interface OutsidePlace {
  /** Without a slash at its end. */
  readonly url: string;
  readonly tokenFile: string | undefined;
}

export interface OutsidePlaces {
  /** The State's registers and the matcher; undefined: there are none, and nothing is known of anybody. */
  readonly registers: OutsidePlace | undefined;
  /** Undefined where the sandbox's outbox takes all messages. */
  readonly gateways: { readonly sms: OutsidePlace; readonly mail: OutsidePlace } | undefined;
  /** Started beside the sandbox, and what `registers` then names. */
  readonly simulator: SimulatorPlace | undefined;
}

export interface SimulatorPlace {
  readonly port: number;
  readonly folder: string;
}

interface OutsideEnvironment {
  readonly SENID_MODE: 'sandbox' | 'production';
  readonly SENID_SIMULATOR: 'on' | 'off';
  readonly SENID_SIMULATOR_PORT: number;
  readonly STATE_REGISTERS_URL?: string | undefined;
  readonly STATE_REGISTERS_TOKEN_FILE?: string | undefined;
  readonly SMS_GATEWAY_URL?: string | undefined;
  readonly SMS_GATEWAY_TOKEN_FILE?: string | undefined;
  readonly MAIL_GATEWAY_URL?: string | undefined;
  readonly MAIL_GATEWAY_TOKEN_FILE?: string | undefined;
}

/**
 * Production needs both gateways; it may go without registers, and then enrols nobody. Throws `CannotStart`, naming
 * everything that is missing in one line.
 */
export function outsidePlaces(
  env: OutsideEnvironment,
  dataFolder: string | undefined,
): OutsidePlaces {
  const named = place('STATE_REGISTERS', env.STATE_REGISTERS_URL, env.STATE_REGISTERS_TOKEN_FILE);
  const sms = place('SMS_GATEWAY', env.SMS_GATEWAY_URL, env.SMS_GATEWAY_TOKEN_FILE);
  const mail = place('MAIL_GATEWAY', env.MAIL_GATEWAY_URL, env.MAIL_GATEWAY_TOKEN_FILE);
  const missing = [
    ...(sms === undefined ? ['SMS_GATEWAY_URL'] : []),
    ...(mail === undefined ? ['MAIL_GATEWAY_URL'] : []),
  ];
  if (env.SENID_MODE === 'production') {
    refuse(missing.length > 0, `production needs ${missing.join(' and ')}`);
    requireHttps({ ...env });
    return { registers: named, gateways: gatewaysOf(sms, mail), simulator: undefined };
  }
  refuse(missing.length === 1, `SMS_GATEWAY_URL and MAIL_GATEWAY_URL need each other`);
  const simulator = simulatorOf(env, named, dataFolder);
  const registers = named ?? (simulator && { url: originOf(simulator), tokenFile: undefined });
  return { registers, gateways: gatewaysOf(sms, mail), simulator };
}

function originOf({ port }: SimulatorPlace): string {
  return `http://localhost:${port}`;
}

function simulatorOf(
  env: OutsideEnvironment,
  named: OutsidePlace | undefined,
  dataFolder = './data/',
): SimulatorPlace | undefined {
  if (env.SENID_SIMULATOR === 'off' || named !== undefined) return undefined;
  return { port: env.SENID_SIMULATOR_PORT, folder: `${dataFolder}simulator` };
}

function gatewaysOf(sms: OutsidePlace | undefined, mail: OutsidePlace | undefined) {
  return sms === undefined || mail === undefined ? undefined : { sms, mail };
}

function place(
  name: string,
  address: string | undefined,
  tokenFile: string | undefined,
): OutsidePlace | undefined {
  refuse(address === undefined && tokenFile !== undefined, `${name}_TOKEN_FILE needs ${name}_URL`);
  if (address === undefined) return undefined;
  const { username, password, search, hash, origin, pathname } = new URL(address);
  refuse(
    [username, password, search, hash].some((part) => part !== ''),
    `${name}_URL must be an address without credentials, query and fragment`,
  );
  refuse(
    name === 'STATE_REGISTERS' && pathname !== '/',
    `${name}_URL must be an origin, without path`,
  );
  return { url: `${origin}${pathname}`.replace(/\/$/, ''), tokenFile };
}

function requireHttps(env: OutsideEnvironment): void {
  for (const name of ['STATE_REGISTERS_URL', 'SMS_GATEWAY_URL', 'MAIL_GATEWAY_URL'] as const) {
    refuse(env[name]?.startsWith('http:') === true, `${name} must be https in production`);
  }
}

function refuse(wrong: boolean, line: string): void {
  if (wrong) throw new CannotStart(`configuration: ${line}`);
}
