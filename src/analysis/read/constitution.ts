import type { Markdown } from './markdown.ts';

export interface RuleLine {
  readonly id: string;
  readonly level: string;
  readonly text: string;
  readonly line: number;
}

export interface ConstitutionText {
  readonly rules: readonly RuleLine[];
  readonly version?: {
    readonly version: string;
    readonly ratified: string;
    readonly amended: string;
    readonly line: number;
  };
}

const rulePattern = /^- \*\*([A-Z]{2,5}-\d{3})\b(?:\\.|[^*\\])*\*\* \(([A-Za-z]{1,12})\):? ?(.*)$/;
const versionPattern = /^\*\*Version\*\*: ([^|]*) \| \*\*Ratified\*\*: ([^|]*) \| \*\*Last Amended\*\*: ([^|]*)$/;

export function readConstitution({ prose }: Markdown): ConstitutionText {
  const rules: RuleLine[] = [];
  /** The rule whose rationale, implementation, and evaluation follow. */
  let current: (RuleLine & { text: string }) | undefined;
  let version: ConstitutionText['version'];
  for (const { text, line } of prose) {
    if (current && text.startsWith('  - ')) {
      current.text += ` ${text.slice(4)}`;
      continue;
    }
    current = undefined;
    if (text.startsWith('- **')) {
      const [, id, level = '', statement = ''] = rulePattern.exec(text) ?? [];
      if (id === undefined) continue;
      current = { id, level: level.toUpperCase(), text: statement, line };
      rules.push(current);
    } else if (text.startsWith('**Version**')) {
      const [, number, ratified = '', amended = ''] = versionPattern.exec(text) ?? [];
      if (number !== undefined) version = { version: number, ratified, amended, line };
    }
  }
  return { rules, ...(version ? { version } : {}) };
}
