import { once } from 'node:events';
import { connect } from 'node:tls';

/** Serial number of the certificate a new connection to this origin is shown; rejects where `ca` has not issued it. */
export async function serialShown(origin: string, ca: string): Promise<string | undefined> {
  const { hostname: host, port } = new URL(origin);
  const socket = connect({ host, port: Number(port), ca });
  await once(socket, 'secureConnect');
  const serial = socket.getPeerX509Certificate()?.serialNumber;
  socket.destroy();
  return serial;
}
