import { BlockList, isIP } from 'node:net';

/** Addresses of machines that are not on the public internet: this one, its network, and reserved ones. */
const reserved = new BlockList();
for (const [address, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
]) {
  reserved.addSubnet(address, prefix, 'ipv4');
}
for (const [address, prefix] of [
  ...([
    ['::', 128],
    ['::1', 128],
    ['64:ff9b:1::', 48],
    ['100::', 64],
    ['2001:db8::', 32],
  ] as const),
  ...([
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const),
]) {
  reserved.addSubnet(address, prefix, 'ipv6');
}

/** Whether an IP address is one that a stranger's feed has no business to name. What is no address counts as private. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  if (family === 4) return reserved.check(address, 'ipv4');
  return reserved.check(address, 'ipv6') || isPrivateInside(address);
}

/** An IPv4 address in the clothes of IPv6: `::ffff:127.0.0.1`, also written `::ffff:7f00:1`, or 64:ff9b::/96. */
function isPrivateInside(address: string): boolean {
  const [, dotted] = /^(?:::ffff:|64:ff9b::)(?:0:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (dotted !== undefined) return isPrivateAddress(dotted);
  const [, high = '', low = ''] = /^(?:::ffff:|64:ff9b::)(?:0:)?([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(address) ?? [];
  if (high === '') return false;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return isPrivateAddress([a >> 8, a & 255, b >> 8, b & 255].join('.'));
}
