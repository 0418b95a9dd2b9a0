import type { ProtocolStores, RegisterStores } from '../adapters/stores.ts';

type Operations<Stores> = {
  readonly [Name in keyof Stores]: Readonly<Record<keyof Stores[Name], true>>;
};

/** Every operation of every store that is timed: a new one does not compile until it stands here. */
export const REGISTER_OPERATIONS = {
  accounts: {
    findById: true,
    findByIdentifier: true,
    findByPhone: true,
    insert: true,
    count: true,
    ending: true,
    withoutEnd: true,
    passwordHash: true,
    replacePasswordHash: true,
    openLocks: true,
    addLock: true,
    liftLock: true,
  },
  standings: { load: true },
  passkeys: {
    listByAccount: true,
    findByCredentialId: true,
    insert: true,
    recordUse: true,
    remove: true,
  },
  consents: { append: true, latest: true, history: true },
  authentications: { append: true, find: true, actedBy: true },
  clients: { find: true, save: true, replace: true, remove: true, list: true },
  deliveries: {
    insert: true,
    claimDue: true,
    settle: true,
    revive: true,
    list: true,
    backlog: true,
    forget: true,
  },
  signingKeys: {
    records: true,
    list: true,
    insertFirst: true,
    insertAfter: true,
    bringForward: true,
    remove: true,
  },
  audit: { append: true, list: true },
  cases: { find: true, steps: true, list: true, dueForProgram: true, clocks: true },
  staff: {
    ofAccount: true,
    findMember: true,
    ofOffice: true,
    findOffice: true,
    offices: true,
    officesOf: true,
  },
  calendar: { between: true },
  pendingChanges: { find: true, findByCancelCode: true, waitingOf: true, due: true },
  notices: { ofAccount: true, ofCase: true, unread: true, markRead: true },
  guardianships: { ofGuardian: true, ofWard: true, find: true, page: true },
  writer: { apply: true, cursor: true },
} as const satisfies Operations<RegisterStores>;

/** Word of a change is sent at best and never rejects: there is nothing to time. */
export type WatchedProtocolStores = Omit<ProtocolStores, 'clientChanges'>;

export const PROTOCOL_OPERATIONS = {
  artefacts: {
    upsert: true,
    find: true,
    findWithGrant: true,
    findByUid: true,
    findByUserCode: true,
    consume: true,
    destroy: true,
    revokeByGrantId: true,
    revokeGrant: true,
    remember: true,
  },
  ephemerals: {
    put: true,
    get: true,
    compareAndPut: true,
    take: true,
    remove: true,
    increment: true,
    decrement: true,
  },
} as const satisfies Operations<WatchedProtocolStores>;

const all = { ...REGISTER_OPERATIONS, ...PROTOCOL_OPERATIONS };
export const STORE_NAMES: readonly string[] = Object.keys(all);
export const STORE_OPERATIONS: readonly string[] = [
  ...new Set(Object.values(all).flatMap((operations) => Object.keys(operations))),
];
