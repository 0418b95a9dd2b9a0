import { partyAt } from './parties/open-party.ts';
import { sourceFile, startProgram } from './parties/program.ts';
import { interopSuite } from './visits.ts';

interopSuite(
  "Python's Authlib",
  async ({ issuer }) => {
    const words = [sourceFile('authlib_party.py'), issuer];
    const program = startProgram('authlib', '/usr/bin/python3', words, {
      // Plain http at localhost: the documented switch of the library.
      AUTHLIB_INSECURE_TRANSPORT: '1',
    });
    return partyAt(await program.firstLine, () => program.stop());
  },
  { denied: /access_denied/, foreignState: /mismatching_state/ },
);
