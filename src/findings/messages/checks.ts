import type { MessageTemplate } from '../describe.ts';

export const checks: Readonly<Record<string, MessageTemplate>> = {};
