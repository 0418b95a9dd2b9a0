import type { Cases } from './cases.ts';
import type { CasesDependencies } from './cases-dependencies.ts';
import { goOn } from './go-on.ts';
import { openCase } from './open-case.ts';
import { takeStep } from './take-step.ts';
import { listCases, openingsFor, viewCase } from './view-case.ts';

export function createCases(dependencies: CasesDependencies): Cases {
  return {
    openings: (actor) => openingsFor(dependencies, actor),
    open: (kind, request) => openCase(dependencies, kind, request),
    take: (request) => takeStep(dependencies, request),
    view: (caseId, viewer) => viewCase(dependencies, caseId, viewer),
    list: (filter, viewer) => listCases(dependencies, filter, viewer),
    goOn: (seen) => goOn(dependencies, seen),
  };
}
