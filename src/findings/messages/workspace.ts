import type { MessageTemplate } from '../describe.ts';

export const workspace: Readonly<Record<string, MessageTemplate>> = {};
