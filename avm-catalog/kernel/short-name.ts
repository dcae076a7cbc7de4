/** Characters of the digest that tells shortened names apart. */
const digestLength = 4;

/** Fewer of them tell too little apart. */
const leastDigest = 3;

/** A name that is too long keeps its beginning and a digest of the whole: what differs at the end still differs. */
export function shortName(name: string, room: number): string {
  if (name.length <= room) return name;
  const length = room - 1 === leastDigest ? leastDigest : digestLength;
  return `${name.slice(0, Math.max(1, room - length)).replace(/-+$/, '')}${digest(name).slice(-length)}`;
}

/** FNV-1a over code units, as the last digits in base 36. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193) >>> 0;
  return hash.toString(36).padStart(digestLength, '0').slice(-digestLength);
}
