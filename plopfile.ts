import type { NodePlopAPI } from 'node-plop';
import { isCheckout, registerContributing } from './generators/checkout.ts';
import { generators } from './generators/index.ts';
import { askAlone, plopSession, writeResult } from './src/cli/change/plop.ts';
import type { PlopConfig } from './src/cli/change/plop-config.ts';

export default async function plopfile(plop: NodePlopAPI, config: PlopConfig = {}): Promise<void> {
  plop.setWelcomeMessage('What do you want to create? Nothing is written before the last question.');
  plop.setActionType('workspace', (result) => writeResult(result, config));
  for (const { name, description, prompts } of generators) {
    plop.setGenerator(name, {
      description,
      prompts: () => askAlone(async () => prompts(await plopSession(config)), config),
      actions: [{ type: 'workspace' }],
    });
  }
  const root = plop.getPlopfilePath();
  if (config.session === undefined && isCheckout(root)) await registerContributing(plop, root);
}
