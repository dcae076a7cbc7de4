import { oneOf } from './answer-words.ts';
import type { Lists, Numbers, Templates, Texts } from './message.ts';

const why = {
  missing: (file: string, output: string) => `'${file}' has no output '${output}'`,
  secure: (file: string, output: string) =>
    `The output '${output}' of '${file}' is secure, and outputs of main.bicep are readable in the deployment history`,
  type: (file: string, output: string) => `The output '${output}' of '${file}' is not a required string`,
} as const;

/** Findings about Bicep files of the workspace that a person writes. */
export const bicepFiles = {
  'bicep-file-missing': ({ file, name }: Texts<'file' | 'name'>) => ({
    message: `The workspace has no file '${file}'`,
    remedy: `Restore it. To remove the component instead, run: avm remove ${name} --confirm ${name}`,
  }),
  'bicep-file-unread': ({ file }: Texts<'file'>) => ({
    message: `The Bicep compiler has not read '${file}' yet`,
    remedy: 'In the workspace that has the file, run: avm render',
  }),
  'bicep-file-unreadable': ({ file, why: reason, remedy }: Texts<'file' | 'why' | 'remedy'>) => ({
    message: `'${file}' cannot be read: ${reason}`,
    remedy,
  }),
  'bicep-file-large': ({ file, most }: Texts<'file'> & Numbers<'most'>) => ({
    message: `'${file}' has more than ${most} kB`,
    remedy: 'Split it into modules in the same folder.',
  }),
  'bicep-file-differs': () => ({
    message: 'File, reason, and outputs must be the same in every environment',
    remedy: 'Set them once for all environments, which share one template.',
  }),
  'bicep-file-scope': ({ file, scope }: Texts<'file' | 'scope'>) => ({
    message: `'${file}' is deployed to a ${scope}, and main.bicep to a resource group`,
    remedy: `Remove targetScope from ${file}. A module inside the file can have another scope.`,
  }),
  'bicep-file-outside': ({ file, other }: Texts<'file' | 'other'>) => ({
    message: `'${file}' uses '${other}', which is outside the workspace`,
    remedy: 'Move it into the workspace, so that every computer has it.',
  }),
  'bicep-file-generated': ({ file, other }: Texts<'file' | 'other'>) => ({
    message:
      file === other
        ? `'${file}' is a generated file of the workspace`
        : `'${file}' uses '${other}', which is generated`,
    remedy: file === other ? 'Name a file that you write yourself.' : 'Use a file that you write yourself.',
  }),
  'bicep-file-output': ({
    file,
    output,
    why: reason,
    known,
  }: Texts<'file' | 'output'> & { readonly why: keyof typeof why } & Lists<'known'>) => ({
    message: why[reason](file, output),
    remedy: known.length > 0 ? `Use ${oneOf(known)}.` : 'Remove it.',
  }),
} satisfies Templates;
