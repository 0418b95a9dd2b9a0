import type { BenchResult } from './result.ts';
export function performancePage(result: BenchResult): string { return JSON.stringify(result); }
