export { refusal, type Refusal } from '../../avm-catalog/kernel/refusal.ts';
