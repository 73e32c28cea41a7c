import type { StaffEvent } from '../contract/staff.ts';

/** Tells the staff of one association that something changed. Behind this port also several nodes. */
export interface Live {
  publish(association: string, event: StaffEvent): void;
  /** @returns stops listening */
  subscribe(association: string, listener: Listener): () => void;
  /** Ends every subscription: the desk stops. */
  close(): void;
}

export interface Listener {
  event(event: StaffEvent): void;
  end(): void;
}

export function liveInProcess(): Live {
  const listeners = new Map<string, Set<Listener>>();
  return {
    publish(association, event) {
      for (const listener of listeners.get(association) ?? []) listener.event(event);
    },
    subscribe(association, listener) {
      const own = listeners.get(association) ?? new Set();
      listeners.set(association, own.add(listener));
      return () => own.delete(listener);
    },
    close() {
      for (const own of listeners.values()) for (const listener of own) listener.end();
      listeners.clear();
    },
  };
}
