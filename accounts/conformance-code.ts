/** Every one-time code in the conformance profile: the suite cannot read the outbox. */
export const CONFORMANCE_CODE = '424242';
