import type { MessageTemplate } from '../describe.ts';

export const answers: Readonly<Record<string, MessageTemplate>> = {};
