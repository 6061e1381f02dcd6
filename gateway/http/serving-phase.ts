import { Fault } from '@linju/kit';

/** BOOTING: no port yet. SERVING. DRAINING: running work ends, new work is refused. */
export type ServingPhase = 'BOOTING' | 'SERVING' | 'NOTICE' | 'DRAINING';

// BOOTING -> SERVING -> NOTICE -> DRAINING
// In NOTICE readiness already says no, while work is still taken: a load balancer needs a moment to
// look elsewhere. It may last no time at all.

/** Where the server stands in its life; only ever moves on. */
export class ServingState {
  #phase: ServingPhase = 'BOOTING';

  get phase(): ServingPhase {
    return this.#phase;
  }

  moveTo(phase: ServingPhase): void {
    if (order.indexOf(phase) > order.indexOf(this.#phase)) this.#phase = phase;
  }

  /** @throws Fault NOT_READY when no new work is taken */
  requireServing(): void {
    if (this.#phase !== 'DRAINING') return;
    throw new Fault('NOT_READY', 'a request came while the gateway drains');
  }
}

const order: readonly ServingPhase[] = ['BOOTING', 'SERVING', 'NOTICE', 'DRAINING'];
