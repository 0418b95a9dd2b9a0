import { z } from 'zod';

import { isId, type CaseId } from '../../ids.ts';

/** Somebody who looks at an application. */
export const lookSchema = z.object({
  caseId: z.custom<CaseId>((value) => isId('case', value)).optional(),
  /** The phone or mail address of the application was proven in this browser. */
  proven: z.boolean().optional(),
  /** What was done last, for the next page. */
  told: z.enum(['renewed', 'withdrawn', 'outdated', 'not-now', 'too-often']).optional(),
});

export type Look = z.infer<typeof lookSchema>;
