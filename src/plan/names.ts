import {
  abbreviation,
  actionGroupShortName,
  namingRule,
  windowsComputerName,
  type NamingRule,
} from '../../avm-catalog/azure/naming.ts';
import { isWithoutHyphen } from '../../avm-catalog/azure/name-shapes.ts';
import type { NameSpec } from '../../avm-catalog/kernel/component.ts';
import { shortName } from '../../avm-catalog/kernel/short-name.ts';
import type { View } from '../../avm-catalog/kernel/view.ts';
import type { RuleSettings } from '../../avm-catalog/kernel/context.ts';
import {
  cased,
  fitted,
  globalParts,
  groupParts,
  partsOf,
  separatorOf,
  tokensOf,
  without,
  type NamePart,
  type NamePatternParameters,
  type NameToken,
} from '../../avm-catalog/constitution/rules/name-pattern.ts';
import { hasRoom } from '../../avm-catalog/constitution/rules/name-room.ts';
import type { Spec } from '../resolve/spec.ts';
import { variable, type Value } from '../bicep/value.ts';
import { madeOf, NameParts, type MadeName, type Part } from './name-parts.ts';

const resourceGroup = 'Microsoft.Resources/resourceGroups';

/** The name proposed for the resource group of an environment; the template does not make the group. */
export function resourceGroupName(spec: Pick<Spec, 'workload' | 'views' | 'settings'>, view: View): string {
  return new Namer(spec.workload.name, spec.views, spec.settings).name({ type: resourceGroup }).in(view);
}

interface Own {
  readonly kind: string;
  readonly qualifier: string | undefined;
}

/** Names by the pattern of the constitution, each within the length and characters of its type. */
export class Namer {
  readonly is: NamePatternParameters;
  readonly #workload: string;
  readonly #parts: readonly NamePart[];
  readonly #values: NameParts;

  constructor(workload: string, views: readonly View[], rules: RuleSettings) {
    this.is = rules.parameters<NamePatternParameters>('NAM-001');
    this.#workload = workload;
    this.#parts = partsOf(this.is.pattern);
    this.#values = new NameParts(workload, views, this.is);
  }

  get hasEnvironmentCodes(): boolean {
    return this.#values.hasEnvironmentCodes;
  }

  /** What all names share before or behind their type; nothing if there is nothing. */
  shared(side: 'prefix' | 'suffix'): Value | undefined {
    const parts = this.#beside(side);
    return parts.length === 0 ? undefined : madeOf(parts.map((part) => this.#values.part(part))).value;
  }

  name(spec: NameSpec): MadeName {
    if (spec.type === 'windowsComputerName') return this.#computer(windowsComputerName, spec.qualifier);
    if (spec.type === 'actionGroupShortName') return this.#short(actionGroupShortName.max);
    const rule = namingRule(spec.type) ?? spec.rule;
    const own = { kind: spec.abbreviation ?? abbreviation(spec.type) ?? '', qualifier: spec.qualifier };
    if (rule?.scope === 'global') return this.#unique(own, rule);
    return this.#ordinary(spec.type === resourceGroup ? groupParts(this.is) : this.#parts, own, rule);
  }

  #ordinary(all: readonly NamePart[], own: Own, rule: NamingRule | undefined): MadeName {
    const parts = rule ? fitted(all, rule.shape) : all;
    const isPlain = isHyphenless(rule);
    const type = this.#typeText(parts, own, isPlain);
    if (isPlain || !this.#values.isAlike(parts, this.#parts)) return this.#whole(parts, type, this.#fullWorkload(rule));
    const shared = (side: 'prefix' | 'suffix'): Part => ({
      expression: variable(side),
      in: madeOf(this.#beside(side).map((part) => this.#values.part(part))).in,
    });
    const at = typeAt(parts);
    return madeOf([
      ...(at > 0 ? [shared('prefix'), ...separatorsIn(parts[at - 1])] : []),
      type,
      ...(at < parts.length - 1 ? [...separatorsIn(parts[at + 1]), shared('suffix')] : []),
    ]);
  }

  /** Without the separator beside the type, which stays in the name. */
  #beside(side: 'prefix' | 'suffix'): readonly NamePart[] {
    const at = typeAt(this.#parts);
    const parts = side === 'prefix' ? this.#parts.slice(0, at) : this.#parts.slice(at + 1);
    const edge = side === 'prefix' ? parts.length - 1 : 0;
    return parts.filter((part, index) => index !== edge || part.kind !== 'separator');
  }

  #whole(parts: readonly NamePart[], type: string, workload: Part): MadeName {
    return madeOf(parts.map((part) => this.#values.part(part, { type, workload })));
  }

  /** The type, and what tells it from others of its type, cased as the type is. */
  #typeText(parts: readonly NamePart[], { kind, qualifier = '' }: Own, isPlain: boolean): string {
    const type = parts[typeAt(parts)];
    const word = isPlain ? qualifier.replaceAll('-', '') : qualifier;
    const text = [kind, word].filter((one) => one !== '').join(separatorOf(parts));
    return cased(text, type?.kind === 'token' ? type.casing : 'asIs');
  }

  #fullWorkload(rule: NamingRule | undefined): Part {
    return this.#shortened(rule?.max ?? this.#workload.length, !isHyphenless(rule));
  }

  /**
   * The workload is shortened until the longest environment fits, then the qualifier; the unique part is not. It tells
   * environments apart as well, so that the environment is left out of names that have no room for it.
   */
  #unique({ kind, qualifier }: Own, rule: NamingRule): MadeName {
    const all = fitted(globalParts(this.is), rule.shape);
    const bare = without(all, 'environment');
    const isPlain = isHyphenless(rule);
    const word = isPlain ? qualifier?.replaceAll('-', '') : qualifier;
    const separator = separatorOf(all).length;
    // Beside one character of the workload.
    const whole = rule.max - kind.length - this.#values.width(bare) - 1 - separator;
    const longest = this.#values.width(all) - this.#values.width(bare);
    const isTight = !hasRoom(rule, { word, room: whole - longest, separator });
    const taken = isTight ? 0 : longest;
    const short = word === undefined ? undefined : shortName(word, whole - taken);
    const left = whole + 1 + separator - taken - (short === undefined ? 0 : short.length + separator);
    const parts = isTight ? bare : all;
    const type = this.#typeText(parts, { kind, qualifier: short }, isPlain);
    return this.#whole(parts, type, this.#shortened(left, !isPlain));
  }

  /** What is too long keeps its beginning and a digest of the whole: what differs at the end still differs. */
  #computer({ max, shape }: NamingRule, qualifier: string | undefined): MadeName {
    const parts = fitted(partsOf(this.is.computerName), shape);
    const room = max - this.#values.width(parts);
    if (qualifier === undefined && this.#workload.length <= room)
      return this.#whole(parts, '', this.#token('workload'));
    const whole = qualifier === undefined ? this.#workload : `${this.#workload}-${qualifier}`;
    return this.#whole(parts, '', shortName(whole, room));
  }

  #short(max: number): MadeName {
    const end: readonly NamePart[] = [
      { kind: 'separator', text: '-' },
      { kind: 'token', token: 'environment', casing: 'asIs' },
    ];
    const start = this.#shortened(max - this.#values.width(end), true);
    return madeOf([start, ...end.map((part) => this.#values.part(part))]);
  }

  #shortened(length: number, isHyphened: boolean): Part {
    const plain = isHyphened ? this.#workload : this.#workload.replaceAll('-', '');
    const cut = plain.slice(0, Math.max(1, length)).replace(/-+$/, '');
    return cut === this.#workload ? this.#token('workload') : cut;
  }

  #token(token: NameToken): Part {
    return this.#values.part({ kind: 'token', token, casing: 'asIs' });
  }

  uses(token: NameToken): boolean {
    return tokensOf(this.#parts).includes(token);
  }
}

const isHyphenless = (rule: NamingRule | undefined): boolean => rule !== undefined && isWithoutHyphen(rule.shape);

function typeAt(parts: readonly NamePart[]): number {
  return parts.findIndex((part) => part.kind === 'token' && part.token === 'type');
}

function separatorsIn(part: NamePart | undefined): readonly string[] {
  return part?.kind === 'separator' ? [part.text] : [];
}
