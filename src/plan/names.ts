import {
  abbreviation,
  actionGroupShortName,
  namingRule,
  windowsComputerName,
  type NamingRule,
} from '../../avm-catalog/azure/naming.ts';
import { isWithoutHyphen } from '../../avm-catalog/azure/name-shapes.ts';
import { region } from '../../avm-catalog/azure/regions.ts';
import type { NameSpec } from '../../avm-catalog/kernel/component.ts';
import { shortName } from '../../avm-catalog/kernel/short-name.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import type { RuleSettings } from '../../avm-catalog/kernel/context.ts';
import {
  tokensOf,
  type NamePatternParameters,
  type NameToken,
} from '../../avm-catalog/constitution/rules/name-pattern.ts';
import type { Spec } from '../resolve/spec.ts';
import { join, param, variable, type Expression, type Value } from '../bicep/value.ts';

/** Characters of uniqueString that a globally unique name ends in. */
export const uniqueLength = 6;

/** A character of the qualifier, and a digest that tells it from others. */
const leastQualifier = 5;

const resourceGroup = 'Microsoft.Resources/resourceGroups';

export interface MadeName {
  readonly value: Value;
  /** As it will be in an environment; the computed part is written as `x`. */
  readonly in: (view: View) => string;
  /** Variables it is made of. */
  readonly uses: readonly ('suffix' | 'unique' | 'workload')[];
}

/** The name proposed for the resource group of an environment; the template does not make the group. */
export function resourceGroupName(spec: Pick<Spec, 'workload' | 'views' | 'settings'>, view: View): string {
  return new Namer(spec.workload.name, spec.views, spec.settings).name({ type: resourceGroup }).in(view);
}

type Part = string | { readonly expression: Expression; readonly in: (view: View) => string };

/** Names by the pattern of the constitution, each within the length and characters of its type. */
export class Namer {
  readonly #workload: string;
  readonly #views: readonly View[];
  readonly #tokens: readonly NameToken[];
  readonly #typeFirst: boolean;
  readonly #instance: string;

  constructor(workload: string, views: readonly View[], rules: RuleSettings) {
    const { pattern, instance } = rules.parameters<NamePatternParameters>('NAM-001');
    this.#workload = workload;
    this.#views = views;
    this.#instance = instance;
    this.#typeFirst = pattern.startsWith('{type}');
    this.#tokens = tokensOf(pattern);
  }

  /** What all names share, as the value of the variable `suffix`. */
  suffix(): Value {
    return join(
      this.#hyphened(this.#tokens.map((token) => this.#token(token))).map((part) =>
        typeof part === 'string' ? part : part.expression,
      ),
    );
  }

  uses(token: NameToken): boolean {
    return this.#tokens.includes(token);
  }

  name(spec: NameSpec): MadeName {
    if (spec.type === 'windowsComputerName') return this.#computer(windowsComputerName.max, spec.qualifier);
    if (spec.type === 'actionGroupShortName') return this.#short(actionGroupShortName.max, '-');
    const rule = namingRule(spec.type) ?? spec.rule;
    const kind = spec.abbreviation ?? abbreviation(spec.type) ?? '';
    if (rule?.scope === 'global') return this.#unique(kind, spec.qualifier, rule);
    const own = [kind, spec.qualifier ?? ''].filter((part) => part !== '').join('-');
    if (spec.type === resourceGroup) return this.#resourceGroup(own);
    if (rule && isWithoutHyphen(rule.shape)) return this.#joined(own.replaceAll('-', ''), rule);
    const suffix: Part = { expression: variable('suffix'), in: (view) => this.#suffixIn(view) };
    return made(this.#typeFirst ? [`${own}-`, suffix] : [suffix, `-${own}`], ['suffix']);
  }

  #joined(own: string, { max }: NamingRule): MadeName {
    const parts = this.#tokens.map((token) => (token === 'workload' ? this.#shortened(max, '') : this.#token(token)));
    return made(this.#typeFirst ? [own, ...parts] : [...parts, own], ['unique', 'workload']);
  }

  /** What makes a name unique is computed from the resource group, so the group itself has its environment instead. */
  #resourceGroup(own: string): MadeName {
    const tokens = this.#tokens.flatMap((token): readonly NameToken[] =>
      token !== 'unique' ? [token] : this.uses('environment') ? [] : ['environment'],
    );
    const parts = this.#hyphened(tokens.map((token) => this.#token(token)));
    return made(this.#typeFirst ? [`${own}-`, ...parts] : [...parts, `-${own}`], ['workload']);
  }

  /**
   * The workload is shortened until the longest environment fits, then the qualifier; the unique part is not. It tells
   * environments apart as well, so that the environment is left out of names that have no room for it.
   */
  #unique(kind: string, qualifier: string | undefined, rule: NamingRule): MadeName {
    const hyphen = isWithoutHyphen(rule.shape) ? '' : '-';
    // One character of the workload, and what is around it.
    const whole = rule.max - kind.length - uniqueLength - 1 - hyphen.length * 3;
    const longest = this.uses('environment') ? this.#longest() + hyphen.length : 0;
    const taken = rule.assumed && whole - longest < leastQualifier ? 0 : longest;
    const environment = taken === 0 ? [] : [this.#token('environment')];
    const room = whole - taken;
    const own = [
      kind,
      ...(qualifier === undefined ? [] : [shortName(hyphen ? qualifier : qualifier.replaceAll('-', ''), room)]),
    ];
    const left = rule.max - own.join(hyphen).length - taken - uniqueLength - hyphen.length * 2;
    const parts = [...own, this.#shortened(left, hyphen), ...environment, this.#token('unique')];
    return made(hyphen ? this.#hyphened(parts) : parts, ['unique', 'workload']);
  }

  /** What is too long keeps its beginning and a digest of the whole: what differs at the end still differs. */
  #computer(max: number, qualifier: string | undefined): MadeName {
    const room = max - this.#longest() - 1;
    if (qualifier === undefined && this.#workload.length <= room) return this.#short(max, '-');
    const whole = qualifier === undefined ? this.#workload : `${this.#workload}-${qualifier}`;
    return made([shortName(whole, room), '-', this.#token('environment')], []);
  }

  #short(max: number, hyphen: string): MadeName {
    return made(
      [this.#shortened(max - hyphen.length - this.#longest(), hyphen), hyphen, this.#token('environment')],
      ['workload'],
    );
  }

  #shortened(length: number, hyphen: string): Part {
    const plain = hyphen ? this.#workload : this.#workload.replaceAll('-', '');
    const cut = plain.slice(0, Math.max(1, length)).replace(/-+$/, '');
    return cut === this.#workload ? this.#token('workload') : cut;
  }

  #longest(): number {
    return Math.max(...this.#views.map((view) => view.environment.length));
  }

  #hyphened(parts: readonly Part[]): Part[] {
    return parts.flatMap((part, index) => (index === 0 ? [part] : ['-', part]));
  }

  #token(token: NameToken): Part {
    switch (token) {
      case 'workload':
        return { expression: variable('workload'), in: () => this.#workload };
      case 'environment':
        return { expression: param('environmentName'), in: (view) => view.environment };
      case 'region':
        return {
          expression: variable('regionCodes', param('location')),
          in: (view) => region(view.core.location.region)?.shortCode ?? '',
        };
      case 'instance':
        return this.#instance;
      case 'unique':
        return { expression: variable('unique'), in: () => 'x'.repeat(uniqueLength) };
    }
  }

  #suffixIn(view: View): string {
    return this.#hyphened(this.#tokens.map((token) => this.#token(token)))
      .map((part) => (typeof part === 'string' ? part : part.in(view)))
      .join('');
  }
}

function made(parts: readonly Part[], uses: MadeName['uses']): MadeName {
  return {
    value: join(parts.map((part) => (typeof part === 'string' ? part : part.expression))),
    in: (view) => parts.map((part) => (typeof part === 'string' ? part : part.in(view))).join(''),
    uses,
  };
}
