export { refusal, type Refusal } from '../../avm-catalog/refusal.ts';
