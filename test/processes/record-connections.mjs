// Loaded into a process before everything else (`--import`): writes down every address that the
// process connects, sends or resolves to, one JSON line each, to the file CONNECTIONS_FILE names.
// What it does is not changed.
import { appendFileSync } from 'node:fs';
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

const file = process.env.CONNECTIONS_FILE;

const note = (kind, target) =>
  appendFileSync(file, `${JSON.stringify({ kind, target: String(target) })}\n`);

function watch(object, method, targetOf) {
  const original = object[method];
  object[method] = function (...parts) {
    note(method, targetOf(parts));
    return original.apply(this, parts);
  };
}

// connect(port, host), connect(path), connect({ port, host }), and the same as one list: node's own
// callers hand over what they have already sorted.
function addressOf(parts) {
  const [first, second] = Array.isArray(parts[0]) ? parts[0] : parts;
  if (typeof first === 'object' && first !== null) {
    return first.path ?? first.host ?? first.address ?? 'localhost';
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return first;
  return typeof second === 'string' ? second : 'localhost';
}

watch(net.Socket.prototype, 'connect', addressOf);
watch(dgram.Socket.prototype, 'send', (parts) => parts.find((part) => typeof part === 'string'));
watch(dgram.Socket.prototype, 'connect', (parts) => parts[1]);
for (const resolver of [dns, dns.promises]) {
  for (const method of Object.keys(resolver).filter((name) => /^(lookup|resolve)/.test(name))) {
    watch(resolver, method, ([name]) => name);
  }
}
