import { bicepFilesPath, type BicepFile } from '../../avm-catalog/modules/bicep-file.ts';
import type { ModuleInterface, NamedType, ParameterNode, TypeNode } from '../../avm-catalog/modules/interface.ts';
import { WorkspaceError } from './errors.ts';
import { Unexpected, digest, fields, list, readJson, record, string } from './json.ts';
import { pathProblem, pathsInside } from './paths.ts';

/**
 * What was read of the Bicep files of a workspace, by path. What cannot be understood counts as not read: the compiler
 * reads it again, and the file that has it then counts as edited.
 */
export function recordedBicepFiles(root: string): ReadonlyMap<string, BicepFile> {
  try {
    const value = readJson(pathsInside(root)(bicepFilesPath), bicepFilesPath);
    return value === undefined ? new Map() : parse(value);
  } catch (error) {
    if (error instanceof Unexpected || error instanceof WorkspaceError) return new Map();
    throw error;
  }
}

function parse(value: unknown): ReadonlyMap<string, BicepFile> {
  const [schema, files] = fields(value, 'the record', ['schema', 'files']);
  if (schema !== 1) throw new Unexpected('schema is not 1');
  return new Map([...record(files, 'files')].map(([path, one]) => [path, parseFile(safe(path), one)]));
}

function safe(path: string): string {
  if (pathProblem(path) !== undefined) throw new Unexpected(`the path ${JSON.stringify(path)} is not allowed`);
  return path;
}

function parseFile(path: string, value: unknown): BicepFile {
  const keys = ['sources', 'modules', 'resources', 'types', 'parameters', 'outputs'];
  const [sources, modules, resources, types, parameters, outputs] = fields(value, path, keys);
  const hashes = [...record(sources, 'sources')].map(([one, hash]) => [safe(one), digest(hash, one)] as const);
  return {
    path,
    sources: Object.fromEntries(hashes),
    modules: list(modules, 'modules').map((one) => {
      const [module, version] = fields(one, 'a module', ['module', 'version']);
      return { module: string(module, 'module'), version: string(version, 'version') };
    }),
    resources: list(resources, 'resources').map((one) => {
      const [type, file, exception] = fields(one, 'a resource', ['type', 'file', 'exception']);
      if (typeof exception !== 'string') throw new Unexpected('exception is not a text');
      return { type: string(type, 'type'), file: safe(string(file, 'file')), exception };
    }),
    interface: parseInterface(path, types, parameters, outputs),
  };
}

function parseInterface(path: string, types: unknown, parameters: unknown, outputs: unknown): ModuleInterface {
  return {
    module: path,
    version: '',
    types: each<NamedType>(types, 'types', ['exported']),
    parameters: each<ParameterNode>(parameters, 'parameters', ['hasDefault']),
    outputs: each<TypeNode>(outputs, 'outputs'),
  };
}

function each<T extends TypeNode>(value: unknown, name: string, flags: readonly string[] = []) {
  return Object.fromEntries([...record(value, name)].map(([key, one]) => [key, node(one, key, flags) as T]));
}

type Test = (value: unknown, name: string) => boolean;
const isText: Test = (value) => typeof value === 'string';
const isNumber: Test = (value) => typeof value === 'number';
const isTrue: Test = (value) => value === true;
const isNode: Test = (value, name) => node(value, name) !== undefined;
const areNodes: Test = (value, name) => each(value, name) !== undefined;
const isBasic: Test = (value) => ['string', 'int', 'bool', 'object', 'array'].includes(String(value));

const facts: Readonly<Record<string, Test>> = {
  type: isBasic,
  ref: isText,
  nullable: isTrue,
  secure: isTrue,
  allowedValues: (value) => Array.isArray(value),
  minValue: isNumber,
  maxValue: isNumber,
  minLength: isNumber,
  maxLength: isNumber,
  items: isNode,
  tuple: (value, name) => list(value, name).every((one) => isNode(one, name)),
  properties: areNodes,
  additionalProperties: isNode,
  discriminator: (value, name) => {
    const [property, mapping] = fields(value, name, ['property', 'mapping']);
    return isText(property, name) && areNodes(mapping, name);
  },
  resourceDerived: isText,
  resourceDerivedOutput: isTrue,
};

/** A type as the catalog has it, or nothing of it. */
function node(value: unknown, name: string, flags: readonly string[] = []): TypeNode {
  const known = new Map(Object.entries(facts));
  for (const [key, one] of record(value, name)) {
    const test = flags.includes(key) ? isTrue : known.get(key);
    if (!test?.(one, `${name}.${key}`)) throw new Unexpected(`${name} has ${key}, which is no fact about a type`);
  }
  return value as TypeNode;
}
