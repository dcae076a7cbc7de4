import { deploymentOf, type OwnPart, type Part } from '../../../avm-catalog/constitution/solution.ts';
import { read } from '../../../avm-catalog/constitution/estate.ts';
import { isLocal, pathFrom } from '../../bicep/sources.ts';
import { readText, type BicepText } from './texts.ts';

/** A file that uses itself is no Bicep, but it may be on disk. */
const deepest = 20;

/** The files of the workspace that main.bicep uses as modules, and those that these use, once for each use. */
export function ownParts(root: string, main: Part): readonly OwnPart[] {
  const texts = new Map<string, BicepText | undefined>();
  const textAt = (path: string): BicepText | undefined => {
    if (!texts.has(path)) texts.set(path, readText(root, path));
    return texts.get(path);
  };
  const visit = (file: string, part: Part, why: string, depth: number): readonly OwnPart[] =>
    part.declarations.flatMap((one) => {
      const path = one.kind === 'module' && isLocal(one.source) ? pathFrom(file, one.source) : undefined;
      const text = path === undefined || depth > deepest ? undefined : textAt(path);
      if (!text) return [];
      const template = read(deploymentOf(part, one.name), 'properties.template');
      const own: OwnPart = {
        file: text.path,
        declarations: text.declarations,
        template: typeof template === 'object' && template !== null ? template : {},
        exception: one.exception === '' ? why : one.exception,
      };
      return [own, ...visit(text.path, own, own.exception, depth + 1)];
    });
  return visit('main.bicep', main, '', 1);
}
