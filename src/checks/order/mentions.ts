import type { PredictedResource } from '../snapshot.ts';
import { textsIn } from './place.ts';

/** In an expression, whose texts are quoted. */
const quotedId = /'(\/subscriptions\/[^']+)'/gi;

/** IDs that a resource has in its values, in order; tags are words for people. */
export function mentionedBy(resource: PredictedResource): readonly string[] {
  const texts = Object.entries(resource).flatMap(([key, value]) => (isOwn(key) ? [] : textsIn(value)));
  const found = texts.flatMap((text) => {
    if (isId(text)) return [text];
    return text.startsWith('[') ? Array.from(text.matchAll(quotedId), ([, one = '']) => one) : [];
  });
  return [...new Set(found)].toSorted();
}

const isOwn = (key: string): boolean => ['id', 'type', 'name', 'apiVersion', 'tags'].includes(key);
const isId = (text: string): boolean => /^\/subscriptions\/[^/]+\/./i.test(text);

/** The ID of what a resource is a child or an extension of; none in a resource group or a subscription. */
export function parentOf(resource: PredictedResource): string | undefined {
  const { id } = resource;
  // The name of an extension may be for a deployment to compute: then its ID is an expression, and that of a child too.
  if (id.startsWith('[resourceId(')) return undefined;
  if (id.startsWith('[')) return Array.from(id.matchAll(quotedId), ([, one]) => one)[0];
  const [above] = idsAbove(id);
  return above !== undefined && isResource(above) ? above : undefined;
}

/** The IDs that an ID is within, the nearest first: a parent or a scope, up to a resource group or a subscription. */
export function idsAbove(id: string): readonly string[] {
  const parts = id.split('/').slice(1);
  const found: string[] = [];
  for (let end = parts.length - 2; end >= 2; end -= 2)
    if (parts[end - 2]?.toLowerCase() !== 'providers') found.push(`/${parts.slice(0, end).join('/')}`);
  return found;
}

/** False for a resource group, a subscription, and what every subscription has, such as a role or a location. */
export function isResource(id: string): boolean {
  return /\/resourceGroups\/[^/]+\/providers\/[^/]+\/(?!locations\/[^/]+$)/i.test(id);
}
