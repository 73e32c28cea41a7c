import type { Context } from 'hono';
import type { Env } from './env.ts';

const LOOPBACK = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

export const isLoopback = (address: string | undefined): boolean => LOOPBACK.test(address ?? '');

/**
 * Who asks. `X-Forwarded-For` is believed for as many proxies as the desk was told of, counted from
 * its end: anybody can write at its beginning.
 */
export function clientAddress(c: Context<Env>, trustedProxies: number): string {
  const socket = c.env?.incoming?.socket.remoteAddress ?? 'none';
  if (!trustedProxies) return socket;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((each) => each.trim());
  return forwarded.at(-trustedProxies) || socket;
}

const FORWARDING =
  /^(forwarded|via|x-forwarded.*|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-.*|fastly-.*)$/;

/** Whether a proxy passed this on; then "loopback" says nothing about where it came from. */
export const isForwarded = (headers: Headers): boolean =>
  [...headers.keys()].some((name) => FORWARDING.test(name));
