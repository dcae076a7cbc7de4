import { enumerate } from '../../src/text/enumerate.ts';
import type { View } from '../kernel/view.ts';

/** `7 days in dev and test, 30 days in prod`; without environments if all are the same. */
export function by(views: readonly View[], text: (view: View) => string): string {
  const texts = [...new Set(views.map(text))];
  if (texts.length === 1) return texts.join('');
  return texts
    .map((one) => `${one} in ${enumerate(views.filter((view) => text(view) === one).map((view) => view.environment))}`)
    .join(', ');
}
