export { refusal, refusalIn, refusalOf, type Refusal } from '../../avm-catalog/kernel/refusal.ts';
