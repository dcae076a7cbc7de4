import { ownValue } from '../../src/bicep/own.ts';

/** What an alert can be about: words of people, names of metrics, and what a query of the logs names. */
interface Topic {
  readonly words: RegExp;
  readonly metrics: RegExp;
  readonly queries: RegExp;
}

const never = /(?!)/;

/**
 * Read from the names that Azure gives (metric-data.ts) and from the counters that the Azure Monitor agent collects.
 * `available` alone is no word of availability: memory and disk space are available too.
 */
const topics: Readonly<Record<string, Topic>> = {
  availability: {
    words: /\b(unavailab\w*|availability|not available|offline|unreachable|heartbeat|is down|unhealthy|health)\b/i,
    metrics: /availability/i,
    queries: /\bheartbeat\b/i,
  },
  // A VM that is stopped in Azure emits no metrics: VmAvailabilityMetric is null then (azure-compute-docs,
  // monitor-vm-reference.md), and others have no data.
  stopped: {
    words: /\b(stopped|not running|deallocated|powered off|switched off|shut down)\b/i,
    metrics: never,
    queries: /\bheartbeat\b/i,
  },
  processor: {
    words: /\b(cpus?|processors?)\b/i,
    metrics: /\bcpu\b|usage_user/i,
    queries: /% processor time|\bprocessor information\b/i,
  },
  memory: {
    words: /\b(memory|ram)\b/i,
    metrics: /memory|^(used|total)$/i,
    queries: /available m?bytes|% committed bytes|\bobjectname\s*==\s*"memory"/i,
  },
  disk: {
    words: /\b(disks?|drives?|volumes?|iops)\b/i,
    metrics: /\bdisk\b|\bvm (un)?cached\b/i,
    queries: /logicaldisk|physicaldisk|% free space|free megabytes/i,
  },
  network: {
    words: /\b(network|packets?|connections?|traffic|bandwidth|ports?|outbound|inbound)\b/i,
    metrics: /network|flows|packet|byte|connection|snat|syn|datapath|ingress|egress|pingmesh/i,
    queries: /network interface|azurenetworkanalytics|ntanetanalytics/i,
  },
  requests: {
    words: /\b(requests?|calls?|transactions?|throttl\w*|latency|slow)\b/i,
    metrics: /serviceapi|transactions|latency/i,
    queries: /\b(storage\w+logs|azurediagnostics|azuremetrics)\b/i,
  },
  backup: { words: /\b(backups?|restores?|recovery)\b/i, metrics: /backup|restore/i, queries: /addonazurebackup\w*/i },
  capacity: {
    words: /\b(capacity|saturat\w*|credits?|replication|lag)\b/i,
    metrics: /capacity|saturation|credits|replicationlag/i,
    queries: never,
  },
};

/** Topics that an alert must not confuse with one another. */
const distinct: readonly string[] = ['availability', 'stopped', 'processor', 'memory', 'disk'];

export function topicsOfWords(text: string): readonly string[] {
  const spoken = text.replaceAll(/[-_]/g, ' ');
  return matching('words', spoken).filter((topic) => distinct.includes(topic));
}

export function topicsOfMetric(name: string): readonly string[] {
  return matching('metrics', name);
}

export function topicsOfQuery(query: string): readonly string[] {
  return matching('queries', query);
}

function matching(what: keyof Topic, text: string): readonly string[] {
  return Object.entries(topics).flatMap(([topic, one]) => (one[what].test(text) ? [topic] : []));
}

/** Severities of Azure Monitor by what they are called there. */
const severities: Readonly<Record<string, number>> = { critical: 0, warning: 2, informational: 3, verbose: 4 };

/** The severity that a text names, as a word or as a number; nothing where it names none, or two. */
export function severityIn(text: string): number | undefined {
  const words = [...text.matchAll(/\b(critical|warning|informational|verbose)\b/gi)].map(([word]) =>
    ownValue(severities, word.toLowerCase()),
  );
  const numbers = [...text.matchAll(/\bsev(?:erity)?[ :=-]*([0-4])\b/gi)].map(([, number]) => Number(number));
  const found = new Set([...words, ...numbers]);
  return found.size === 1 ? [...found][0] : undefined;
}
