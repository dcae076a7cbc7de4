import { coreQuestions } from '../avm-catalog/kernel/core-questions.ts';
import type { QuestionSet } from './questions.ts';

/** Where it is built: what all components share. */
export const place: QuestionSet = { key: '', questions: coreQuestions };
