export { commas, separated } from '../text/commas.ts';
