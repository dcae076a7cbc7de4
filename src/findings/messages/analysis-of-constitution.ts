import type { Templates, Texts } from './message.ts';
import { takeBack } from './analysis-of-template.ts';

/** What the analysis says of the constitution, and of what the plan says of it. */
export const analysisOfConstitution = {
  'analysis/rule-missing': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `The answers hold ${subject}, and the constitution does not state it`,
    remedy: `Switch it off by its answer (avm set ${subject}.level=off), or ${takeBack(file)}.`,
  }),
  'analysis/rule-not-answered': ({ subject, level, file }: Texts<'subject' | 'level' | 'file'>) => ({
    message: `The constitution states ${subject} (${level}), and the answers do not hold it`,
    remedy: `Switch it on by its answer in avm.yaml, or ${takeBack(file)}.`,
  }),
  'analysis/rule-level': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `${subject} stands here as ${says}; the answers say ${wants}`,
    remedy: `Change its level by avm set ${subject}.level, or ${takeBack(file)}.`,
  }),
  'analysis/rule-text': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `${subject} says "${says}" here; with its answers it says "${wants}"`,
    remedy: `Change its parameters by avm set ${subject}, or ${takeBack(file)}.`,
  }),
  'analysis/no-version': ({ file }: Texts<'file'>) => ({
    message: 'The constitution has no line with its version and its days',
    remedy: `Write it again, or ${takeBack(file)}.`,
  }),
  'analysis/version': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `The constitution says "${says}" (${subject}); the answers say ${wants}`,
    remedy: `Answer constitution.${subject}, or ${takeBack(file)}.`,
  }),
  'analysis/check-missing': ({ subject, file }: Texts<'subject' | 'file'>) => ({
    message: `The constitution check of the plan leaves out ${subject}`,
    remedy: `Put it back, or ${takeBack(file)}.`,
  }),
  'analysis/check-result': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `The plan says of ${subject} "${says}"; by the answers it is ${wants}`,
    remedy: `Change the answer that decides it, or ${takeBack(file)}.`,
  }),
  'analysis/wish-untracked': ({ subject }: Texts<'subject'>) => ({
    message: `The answers do not follow ${subject}, and the plan does not say why`,
    remedy: 'List it under Complexity Tracking, or follow it.',
  }),
  'analysis/waiver-missing': ({ subject, rule, file }: Texts<'subject' | 'rule' | 'file'>) => ({
    message: `The answers waive ${rule} by ${subject}, and the constitution does not say so`,
    remedy: `Take the waiver out of constitution.waivers in avm.yaml, or ${takeBack(file)}.`,
  }),
  'analysis/waiver-not-answered': ({ says, file }: Texts<'says' | 'file'>) => ({
    message: `The constitution has a waiver that the answers do not give: ${says}`,
    remedy: `Give it as an answer below constitution.waivers in avm.yaml, or ${takeBack(file)}.`,
  }),
  'analysis/waiver-differs': ({ subject, says, wants, file }: Texts<'subject' | 'says' | 'wants' | 'file'>) => ({
    message: `The waiver ${subject} says "${says}" here; the answers say "${wants}"`,
    remedy: `Change it below constitution.waivers in avm.yaml, or ${takeBack(file)}.`,
  }),
  'analysis/waiver-untracked': ({ subject, rule, file }: Texts<'subject' | 'rule' | 'file'>) => ({
    message: `${subject} waives ${rule}, and the plan does not say why`,
    remedy: `List it under Complexity Tracking, or ${takeBack(file)}.`,
  }),
  'analysis/exception-untracked': ({ subject, type }: Texts<'subject' | 'type'>) => ({
    message: `${subject} (${type}) is made without a module, and the plan does not say why`,
    remedy: 'Use the module, or list it under Complexity Tracking in plan.md.',
  }),
  'analysis/asks-for-forbidden': ({ subject, title, says }: Texts<'subject' | 'title' | 'says'>) => ({
    message: `This asks for what ${subject} (${title}) forbids: ${says}`,
    remedy: `Plan it in another way, or change the level of ${subject} in the constitution.`,
  }),
} satisfies Templates;
