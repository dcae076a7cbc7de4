import { ownValue } from '../../bicep/own.ts';
import type { Lists, Templates, Texts } from './message.ts';

type Change = Texts<'type' | 'does' | 'digest'> & Lists<'paths'>;
const approval = (digest: string): string => `If it is intended, approve exactly this result: --approve ${digest}`;

/** Why a what-if result leaves something open, as a sentence without a period. */
export const unknownReasons: Readonly<Record<string, string>> = {
  ignored: 'Azure reports “Ignore”, which also stands for a resource that it didn’t look at',
  outside: 'it isn’t part of the template, so a deployment doesn’t update it',
  unsupported: 'what-if doesn’t support it',
  deploy: 'Azure reports that it is deployed, not what changes',
  potential: 'only a deployment determines whether it happens',
  'unresolved-id': 'only a deployment determines its name',
  'unresolved-value': 'only a deployment determines the new value',
  'new-word': 'Azure reports a type of change that this version doesn’t know',
  diagnostic: 'Azure reports that it couldn’t look at everything',
  missing: 'the template sets it, and the result doesn’t mention it',
  failed: 'the what-if didn’t succeed',
};

/** What `avm whatif` finds in the preview of a deployment. */
export const whatIf = {
  'what-if-delete': ({ type, does, digest }: Change) => ({
    message: `The deployment deletes this resource (${type}, ${does})`,
    remedy: approval(digest),
  }),
  'what-if-replace': ({ type, paths, digest }: Change) => ({
    message: `The deployment changes ${paths.map((one) => `'${one}'`).join(', ')} of this resource (${type}), which Azure refuses: the resource must be deleted and created again`,
    remedy: `Revert the change, or plan the replacement. ${approval(digest)}`,
  }),
  'what-if-detach': ({ type, digest }: Change) => ({
    message: `The stack no longer manages this resource (${type}), which stays in Azure`,
    remedy: approval(digest),
  }),
  'what-if-role-assignment': ({ type, does, digest }: Change) => ({
    message: `The deployment changes permissions (${type}, ${does})`,
    remedy: `Check principal, role, and scope. ${approval(digest)}`,
  }),
  'what-if-public-access': ({ type, does, digest }: Change) => ({
    message: `The deployment opens this resource to public networks (${type}, ${does})`,
    remedy: `Check that the internet may reach it. ${approval(digest)}`,
  }),
  'what-if-unknown': ({ why, detail }: Texts<'why' | 'detail'>) => ({
    message: `Not known: ${ownValue(unknownReasons, why) ?? why}${detail === '' ? '' : ` (${detail})`}`,
    remedy: 'Check it in Azure before you approve the deployment.',
  }),
} satisfies Templates;
