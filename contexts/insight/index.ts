import type { Handler } from '#platform/method/handle.ts';

const handlers: readonly Handler[] = [];

export const insight = { handlers };
