import { windowsVm } from '../../avm-catalog/blueprints/windows-vm/blueprint.ts';
import { concerns } from '../../avm-catalog/constitution/evaluate.ts';
import { rules } from '../../avm-catalog/constitution/rules/index.ts';

const concerning = rules.filter((rule) => concerns(rule, windowsVm.components));

/** How many rules a workspace with a VM has on unless its answers say otherwise, and how many off. */
export const rulesOn = concerning.filter(({ level }) => level !== 'off').length;
export const rulesOff = concerning.length - rulesOn;
