import { BlockList, isIP } from 'node:net';

/** Everything that is not the public internet (IANA special-purpose registries, RFC 6890). */
const own = new BlockList();
const FOUR: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];
/** `::/64` holds the loopback; a mapped IPv4 address is looked up among those above. */
const SIX: readonly [string, number][] = [
  ['64:ff9b::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];
for (const [net, bits] of FOUR) own.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of SIX) own.addSubnet(net, bits, 'ipv6');
own.addAddress('::', 'ipv6');
own.addAddress('::1', 'ipv6');

/** @param address an IP address, as a resolver gives it */
export const isPrivateAddress = (address: string): boolean => {
  const family = isIP(address);
  return family === 0 || own.check(address, family === 4 ? 'ipv4' : 'ipv6');
};
