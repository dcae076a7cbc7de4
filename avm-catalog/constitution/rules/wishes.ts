import type { Wish } from '../rule.ts';

/** Phrases in plans and tasks that ask for what a rule forbids. */

export const nativeInstead: Wish = {
  pattern: /\bnative (?:resource|role assignment)s? (?:instead|rather)\b/i,
  hints: [[' instead', ' rather'], ['native ']],
};

export const unpinned: Wish = {
  pattern: /\b(?:latest|newest|floating) (?:module )?version of (?:the|each|every|all) modules?\b|\bunpinned\b/i,
  hints: [['version of', 'unpinned']],
};

export const inboundFromInternet: Wish = {
  pattern:
    /\b(?:allow|open|permit)(?:s|ed)? (?:inbound|incoming|rdp|remote desktop|ssh|port 3389)[^.;|]{0,60}\b(?:internet|anywhere|any source|0\.0\.0\.0\/0)/i,
  hints: [
    ['internet', 'anywhere', 'any source', '0.0.0.0/0'],
    ['allow', 'open', 'permit'],
  ],
};

export const publicAddress: Wish = {
  pattern: /\bpublic (?:ip )?address (?:for|of|on|to) the (?:VM|(?:virtual )?machine)\b/i,
  hints: [['public address', 'public ip address']],
};

export const publicAccess: Wish = {
  pattern:
    /\bpublic (?:network )?access (?:is |stays |set to |to )?(?:on|enabled|allowed|open)\b|publicNetworkAccess: 'Enabled'/i,
  hints: [['public access', 'public network access', "publicnetworkaccess: 'enabled'"]],
};

export const computedSecret: Wish = {
  pattern:
    /\b(?:password|secret)s? (?:is |are )?(?:computed|derived|generated|made|built|hard-?coded)\b[^.;|]{0,60}|\buniqueString\b[^.;|]{0,60}\bpassword\b|\bpassword\b[^.;|]{0,60}\buniqueString\b/i,
  hints: [
    ['computed', 'derived', 'generated', 'made', 'built', 'hardcoded', 'hard-coded', 'uniquestring'],
    ['password', 'secret'],
  ],
};

export const sharedKeys: Wish = {
  pattern: /\bshared keys? (?:is |are |access )?(?:allowed|enabled|used|on)\b|\bwith (?:its|the) account key\b/i,
  hints: [['shared key', 'account key']],
};

export const ownerRole: Wish = {
  pattern: /\bOwner role\b|\brole (?:of )?Owner\b/,
  hints: [['owner role', 'role owner', 'role of owner']],
};

export const openWayOut: Wish = {
  pattern: /\b(?:allow|permit)(?:s|ed|-)? ?(?:all|any) (?:outbound|traffic|protocol|port)/i,
  hints: [
    ['allow', 'permit'],
    [
      'all outbound',
      'any outbound',
      'all traffic',
      'any traffic',
      'all protocol',
      'any protocol',
      'all port',
      'any port',
    ],
  ],
};
