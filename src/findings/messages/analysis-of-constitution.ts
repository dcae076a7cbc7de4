import type { Templates, Texts } from './message.ts';
import { takeBack } from './analysis-of-template.ts';

/** Findings about the constitution, and about what the plan says of it. */
export const analysisOfConstitution = {
  'analysis/rule-missing': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `avm.yaml has the rule ${subject}, and the constitution doesn't state it`,
    remedy: `To turn the rule off, run: avm set ${subject}.level=off. Otherwise, ${takeBack(file)}`,
  }),
  'analysis/rule-not-answered': ({ subject, level, file }: Texts<'subject' | 'level' | 'file'>) => ({
    message: `The constitution states ${subject} (${level}), and avm.yaml doesn't have it`,
    remedy: `To turn the rule on, run: avm set ${subject}.level=${level.toLowerCase()}. Otherwise, ${takeBack(file)}`,
  }),
  'analysis/rule-level': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `The level of ${subject} is ${says} here and ${wants} in avm.yaml`,
    remedy: `To change the level, run: avm set ${subject}.level=${says.toLowerCase()}. Otherwise, ${takeBack(file)}`,
  }),
  'analysis/rule-text': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `${subject} says "${says}" here. With the parameters in avm.yaml it says "${wants}"`,
    remedy: `Change the parameters of ${subject} with avm set, or ${takeBack(file)}`,
  }),
  'analysis/no-version': ({ file }: Texts<'file'>) => ({
    message: 'The constitution has no line with its version and dates',
    remedy: `Restore the line, or ${takeBack(file)}`,
  }),
  'analysis/version': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `The constitution says "${says}" (${subject}), and avm.yaml says ${wants}`,
    remedy: `Set constitution.${subject} in avm.yaml, or ${takeBack(file)}`,
  }),
  'analysis/check-missing': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `The constitution check of the plan doesn't list ${subject}`,
    remedy: `Restore it, or ${takeBack(file)}`,
  }),
  'analysis/check-result': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `The plan says "${says}" of ${subject}. With the settings in avm.yaml it is ${wants}`,
    remedy: `Change the setting that decides it, or ${takeBack(file)}`,
  }),
  'analysis/wish-untracked': ({ subject }: Texts<'subject'>) => ({
    message: `The settings don't follow the recommendation ${subject}, and the plan doesn't say why`,
    remedy: 'List it under Complexity Tracking in plan.md, or follow it.',
  }),
  'analysis/waiver-missing': ({ subject, rule, file }: Texts<'subject' | 'rule' | 'file'>) => ({
    message: `avm.yaml waives ${rule} with ${subject}, and the constitution doesn't say so`,
    remedy: `Remove the waiver from constitution.waivers in avm.yaml, or ${takeBack(file)}`,
  }),
  'analysis/waiver-not-answered': ({ says, file }: Texts<'says' | 'file'>) => ({
    message: `The constitution has a waiver that avm.yaml doesn't have: ${says}`,
    remedy: `Add it to constitution.waivers in avm.yaml, or ${takeBack(file)}`,
  }),
  'analysis/waiver-differs': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `The waiver ${subject} says "${says}" here and "${wants}" in avm.yaml`,
    remedy: `Change it in constitution.waivers in avm.yaml, or ${takeBack(file)}`,
  }),
  'analysis/waiver-untracked': ({ subject, rule, file }: Texts<'subject' | 'rule' | 'file'>) => ({
    message: `${subject} waives ${rule}, and the plan doesn't say why`,
    remedy: `List it under Complexity Tracking in plan.md, or ${takeBack(file)}`,
  }),
  'analysis/exception-untracked': ({ subject, type }: Texts<'subject' | 'type'>) => ({
    message: `'${subject}' (${type}) is deployed without a module, and the plan doesn't say why`,
    remedy: 'Use the module, or list the exception under Complexity Tracking in plan.md.',
  }),
  'analysis/asks-for-forbidden': ({ subject, title, says }: Texts<'subject' | 'title' | 'says'>) => ({
    message: `This asks for something that ${subject} (${title}) forbids: ${says}`,
    remedy: `Change the plan, or change the level of ${subject} in the constitution.`,
  }),
} satisfies Templates;
