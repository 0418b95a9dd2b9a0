import assert from 'node:assert/strict';

import { logIn } from '../support/session-login.ts';
import { asking, claimsParameter, verifiedClaimsOf } from '../support/verified-claims.ts';
import type { Refusal } from './refusals.ts';
import { listed, type Proof, type World } from './world.ts';

type Answers = ReturnType<typeof verifiedClaimsOf>;

/** What a citizen and a foreigner are told about, who agree to everything. */
async function toldOf(request: object, world: World): Promise<Answers> {
  const { senid, entitled, person, foreigner } = world;
  const parameters = { claims: claimsParameter(request) };
  const answers: Answers[] = [];
  for (const somebody of [person, foreigner]) {
    const { accessToken } = await logIn(senid, entitled, somebody, { parameters });
    answers.push(verifiedClaimsOf((await entitled.userinfo(accessToken)).body));
  }
  return answers.flat();
}

const named = { name: { essential: true } };
const isTold = (answers: Answers) => answers.some(({ claims }) => 'name' in claims);

/** Met by somebody as it is advertised, and by nobody as it is not. */
function filter(verificationFor: (value: string) => object): Proof {
  return async (value, world) => {
    assert.ok(isTold(await toldOf(asking(named, verificationFor(value)), world)));
    const other = asking(named, verificationFor(`not-${value}`));
    assert.ok(!isTold(await toldOf(other, world)));
  };
}

const evidence = (type: string, members: object = {}) => ({
  evidence: [{ type: { value: type }, ...members }],
});

export const VERIFIED_CLAIMS: Readonly<Record<string, Proof>> = {
  async verified_claims_supported(value, world) {
    assert.equal(value, 'true');
    assert.ok(isTold(await toldOf(asking(named), world)));
  },

  async claims_in_verified_claims_supported(claim, world) {
    const answers = await toldOf(asking({ [claim]: { essential: true } }), world);
    assert.ok(answers.some(({ claims }) => claim in claims));
  },

  async evidence_supported(type, world) {
    assert.ok(isTold(await toldOf(asking(named, evidence(type)), world)));
    for (const other of ['vouch', 'electronic_signature']) {
      assert.ok(!isTold(await toldOf(asking(named, evidence(other)), world)), other);
    }
  },

  trust_frameworks_supported: filter((value) => ({ trust_framework: { value } })),
  documents_supported: filter((value) =>
    evidence('document', { document_details: { type: { value } } }),
  ),
  electronic_records_supported: filter((value) =>
    evidence('electronic_record', { record: { type: { value } } }),
  ),
  documents_check_methods_supported: filter((value) => ({
    evidence: ['document', 'electronic_record'].map((type) => ({
      type: { value: type },
      check_details: [{ check_method: { value } }],
    })),
  })),
};

/** Whatever is told when everything is asked for stands in the document. */
export const UNADVERTISED_VERIFICATION: Refusal = {
  what: 'verified claims, evidence, documents, records and checks',
  async refused(world) {
    const plain = [...listed(world, 'claims_supported'), 'given_name', 'phone_number', 'picture'];
    const everything = Object.fromEntries(plain.map((claim) => [claim, { essential: true }]));
    const types = ['document', 'electronic_record', 'vouch', 'electronic_signature'];
    const verification = {
      evidence: types.map((value) => ({
        type: { value },
        check_details: [{ check_method: null }],
        document_details: { type: null },
        record: { type: null },
      })),
    };
    for (const answer of await toldOf(asking(everything, verification), world)) {
      const { evidence: pieces = [], trust_framework } = answer.verification;
      const told: Readonly<Record<string, readonly (string | undefined)[]>> = {
        claims_in_verified_claims_supported: Object.keys(answer.claims),
        trust_frameworks_supported: [trust_framework],
        evidence_supported: pieces.map(({ type }) => type),
        documents_supported: pieces.flatMap((piece) =>
          piece.type === 'document' ? [piece.document_details?.type] : [],
        ),
        electronic_records_supported: pieces.flatMap((piece) =>
          piece.type === 'electronic_record' ? [piece.record?.type] : [],
        ),
        documents_check_methods_supported: pieces.flatMap(({ check_details = [] }) =>
          check_details.map(({ check_method }) => check_method),
        ),
      };
      for (const [member, values] of Object.entries(told)) {
        const advertised = listed(world, member);
        assert.ok(values.length > 0, member);
        assert.deepEqual(
          values.filter((value) => value === undefined || !advertised.includes(value)),
          [],
          member,
        );
      }
    }
  },
};
