// Who may import whom. `cli` and `test` may import everything; `kit` imports nothing of ours; whatever is not
// listed is refused.

const packageArrows: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  gateway: ['kit'],
  schema: ['kit'],
  subgraphs: ['kit'],
  clients: [],
};

const subgraphArrows: Readonly<Record<string, readonly string[]>> = {
  index: ['schema', 'resolvers', 'rules', 'metrics', 'loaders', 'commands', 'tables', 'seed'],
  resolvers: ['schema', 'rules', 'metrics', 'loaders', 'commands'],
  commands: ['rules', 'tables'],
  loaders: ['schema', 'rules', 'tables'],
  seed: ['commands', 'tables'],
  schema: ['rules'],
  metrics: ['rules'],
  tables: ['rules'],
  rules: [],
};

// What may be known as a type without being run: a command takes the input that the graph defines, the seed
// writes values of the rules' closed lists, every stage of the gateway may be given its configuration.
const typeArrows: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  subgraphs: { commands: ['schema'], seed: ['rules'] },
  gateway: {
    http: ['config'],
    'handle-request': ['config'],
    answer: ['config'],
    engine: ['config'],
  },
};

// A request runs from left to right; a stage may reach any stage further right, never one it came from.
const gatewayStages = [
  'index',
  'create-gateway',
  'config',
  'http',
  'handle-request',
  'answer',
  'engine',
  'limits',
  'access',
];
const gatewaySupport = ['cache', 'changes', 'telemetry', 'store'];

/** The rooms a subgraph may have. */
export const rooms: readonly string[] = [
  ...Object.keys(subgraphArrows).filter((room) => room !== 'index'),
  'migrations',
];

/** Where a file stands in the house. */
export interface Place {
  /** `kit`, `gateway`, `schema`, `cli`, `test`, `subgraphs/funds`, `clients/sdk`; '' for the root. */
  readonly part: string;
  /** The first folder inside, or the file's own stem: `rules`, `index`. */
  readonly room: string;
}

/** @param file from the root, with `/` */
export function placeOf(file: string): Place {
  const segments = file.split('/');
  const depth = segments[0] === 'subgraphs' || segments[0] === 'clients' ? 2 : 1;
  if (segments.length <= depth) return { part: '', room: '' };
  return {
    part: segments.slice(0, depth).join('/'),
    room: (segments[depth] ?? '').replace(/(\.test)?\.[^.]+$/, ''),
  };
}

/**
 * Why a file may not import another; null when it may.
 * @param typesOnly the import is an `import type`, which leaves nothing at run time
 */
export function refusedArrow(from: Place, to: Place, typesOnly = false): string | null {
  const [kind = ''] = from.part.split('/');
  if (kind === 'cli' || kind === 'test' || kind === '') return null;
  if (typesOnly && from.part === to.part && typeArrows[kind]?.[from.room]?.includes(to.room)) {
    return null;
  }
  return from.part === to.part ? refusedInside(kind, from, to) : refusedAcross(kind, to);
}

function refusedAcross(kind: string, to: Place): string | null {
  const allowed = packageArrows[kind] ?? [];
  if (allowed.includes(to.part)) return null;
  const may = allowed.length === 0 ? 'nothing of ours' : `${allowed.join(', ')} only`;
  return `${kind} may import ${may}; pass what is needed as a value, from cli`;
}

function refusedInside(kind: string, from: Place, to: Place): string | null {
  if (from.room === to.room) return null;
  if (kind === 'subgraphs') return refusedRoom(from.room, to.room, subgraphArrows[from.room] ?? []);
  if (kind === 'gateway') return refusedStage(from.room, to.room);
  return null;
}

function refusedStage(from: string, to: string): string | null {
  if (
    gatewaySupport.includes(to) &&
    (gatewaySupport.includes(from) || gatewayStages.includes(from))
  ) {
    return null;
  }
  const further = gatewayStages.slice(gatewayStages.indexOf(from) + 1);
  return refusedRoom(from, to, gatewaySupport.includes(from) ? gatewaySupport : further);
}

const refusedRoom = (from: string, to: string, allowed: readonly string[]): string | null =>
  allowed.includes(to)
    ? null
    : `${from} may import ${allowed.length === 0 ? 'kit only' : `kit, ${allowed.join(', ')}`}; ` +
      `move what both need to where both may look, or pass it in`;
