import type { View } from '../../kernel/view.ts';
import { ownValue } from '../../../src/bicep/own.ts';
import type { Rule } from '../rule.ts';
import { customForm } from './custom-form.ts';
import { dataForms } from './data-forms.ts';
import type { PsForm, ToForm } from './form.ts';
import { machineForms } from './machine-forms.ts';
import { networkForms } from './network-forms.ts';
import { operationsForms } from './operations-forms.ts';
import { otherForms } from './other-forms.ts';
import { resilienceForms } from './resilience-forms.ts';

/** By rule: what PSRule can evaluate of it, the whole rule or nothing. */
export const forms: Readonly<Record<string, ToForm<never>>> = {
  ...otherForms,
  ...networkForms,
  ...machineForms,
  ...dataForms,
  ...operationsForms,
  ...resilienceForms,
};

export function formOf(
  { definition, parameters }: Pick<Rule, 'definition' | 'parameters'>,
  views: readonly View[],
): PsForm {
  if (definition.custom) return customForm(definition.custom);
  const toForm = ownValue(forms, definition.id);
  return toForm ? toForm(parameters as never, views) : { why: 'Nobody has written it in the terms of PSRule.' };
}
