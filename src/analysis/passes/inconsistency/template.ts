import { privateAddressRanges } from '../../../../avm-catalog/azure/addresses.ts';
import { ascii } from '../../../bicep/ascii.ts';
import type { Declaration } from '../../../bicep/declarations.ts';
import { commentText } from '../../../bicep/escape.ts';
import { referenceOf, type PlanResource } from '../../../plan/plan.ts';
import type { Sources } from '../../analysis.ts';
import type { Documents } from '../../documents.ts';
import { idsOf, type BicepText } from '../../read/bicep.ts';
import { teller, type PassResult } from '../../tell.ts';

const tell = teller('inconsistency');

/** main.bicep, what it imports, and the parameter files compared with the generated ones, by names and modules. */
export function template({ bicep, imported, parameterFiles }: Documents, { plan }: Sources): readonly PassResult[] {
  const names = plan.parameters.map(({ name }) => name);
  return [
    ...(bicep ? [...resources(bicep, plan.resources), ...parameters(bicep, names), ...habits(bicep)] : []),
    ...imported.flatMap(habits),
    ...parameterFiles.flatMap((file) => parameters(file, names)),
  ];
}

function resources({ path: file, declarations }: BicepText, planned: readonly PlanResource[]): readonly PassResult[] {
  const bySymbol = new Map(declarations.map((one) => [`${one.kind} ${one.name}`, one]));
  return planned.flatMap((one) => {
    const kind = one.kind === 'module' || one.kind === 'file' ? 'module' : 'resource';
    const found = bySymbol.get(`${kind} ${one.symbol}`);
    return found ? resource(file, found, one) : [tell('HIGH', 'resource-missing', { file, subject: one.symbol })];
  });
}

function resource(file: string, found: Declaration, one: PlanResource): readonly PassResult[] {
  const at = { file, line: found.line, subject: one.symbol };
  const wants = referenceOf(one);
  const ids = idsOf(found);
  const lost = one.reason.ids.filter((id) => !ids.includes(id));
  const comment = found.comments[0];
  const text = comment?.text.replace(/^\/\/ ?/, '').replace(/ \([A-Z]{2,5}-\d{3}[^()]*\)$/, '');
  const said = commentText(ascii(one.comment));
  const isOtherwise = text !== undefined && text !== said;
  return [
    ...(found.source === wants ? [] : [tell('HIGH', 'source-differs', at, { says: found.source, wants })]),
    ...(lost.length > 0 && ids.length > 0 ? [tell('HIGH', 'ids-lost', at, { lost })] : []),
    ...(isOtherwise
      ? [tell('LOW', 'comment-differs', { ...at, line: comment?.line }, { says: text, wants: said })]
      : []),
  ];
}

function parameters({ path: file, declarations }: BicepText, names: readonly string[]): readonly PassResult[] {
  const found = declarations.filter(({ kind }) => kind === 'param');
  const declared = new Set(found.map(({ name }) => name));
  return [
    ...names
      .filter((name) => !declared.has(name))
      .map((name) => tell('HIGH', 'parameter-missing', { file, subject: name })),
    ...found
      .filter(({ name }) => !names.includes(name))
      .map(({ name, line }) => tell('MEDIUM', 'parameter-unknown', { file, line, subject: name })),
  ];
}

/** Values that belong into parameters, and parts that are found by their place in a list. */
const fixed =
  /'\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}'|'Standard_[A-Z]{1,3}\d\w*'|\blocation: '(?!global')[a-z]+\d?'|\badminPassword: '/g;
/** Ranges that are the same everywhere. */
const universal = new Set(['0.0.0.0/0', ...privateAddressRanges].map((range) => `'${range}'`));
const byPlace = /\.(?:outputs|properties)\.\w+\[\d+\]/;

function habits({ path: file, declarations }: BicepText): readonly PassResult[] {
  return declarations.flatMap(({ kind, name, code }) => {
    if (kind === 'param' || kind === 'type') return [];
    return code.flatMap(({ text, line }) => {
      if (!/['[]/.test(text)) return [];
      const at = { file, line, subject: name };
      const value = text.match(fixed)?.find((one) => !universal.has(one));
      const place = byPlace.exec(text)?.[0];
      return [
        ...(value === undefined ? [] : [tell('MEDIUM', 'hard-coded', at, { value })]),
        ...(place === undefined ? [] : [tell('MEDIUM', 'by-place', at, { value: place })]),
      ];
    });
  });
}
