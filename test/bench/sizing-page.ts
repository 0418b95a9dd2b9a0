import type { BenchResult } from './result.ts';
export function sizingPage(_result: BenchResult): string | undefined { return undefined; }
