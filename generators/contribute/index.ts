import type { NodePlopAPI } from 'node-plop';
import { componentScaffold } from './component/scaffold.ts';
import { ruleScaffold } from './rule/scaffold.ts';
import { quoted } from './words.ts';

/** In a checkout: `component` and `rule` add to the catalog, as CONTRIBUTING.md says. */
export function register(plop: NodePlopAPI): void {
  plop.setHelper('ts', (text: unknown) => quoted(String(text)));
  const root = plop.getPlopfilePath();
  plop.setGenerator('component', componentScaffold(root));
  plop.setGenerator(
    'rule',
    ruleScaffold(root, (text, data) => plop.renderString(text, data)),
  );
}
