import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coarseAddress } from "./coarse-address";

describe("coarseAddress", () => {
  it.each([
    ["203.0.113.77", "203.0.113.0/24"],
    ["0.0.0.0", "0.0.0.0/24"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
    ["2001:DB8:0001::1", "2001:db8:1::/48"],
    ["2001:db8::1", "2001:db8:0::/48"],
    ["::1", "0:0:0::/48"],
    ["::", "0:0:0::/48"],
    ["fe80::1%eth0", "fe80:0:0::/48"],
    ["::ffff:203.0.113.77", "203.0.113.0/24"],
    ["::ffff:cb00:714d", "203.0.113.0/24"],
    ["unknown", null],
    ["", null],
    ["203.0.113.256", null],
    ["1.2.3", null],
    ["<script>", null],
  ])("makes of %s %s", (address, network) => {
    expect(coarseAddress(address)).toBe(network);
  });

  it("is the same for every address of a network, and never the address", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.nat(255), (address, last) => {
        const other = address.replace(/\d+$/, String(last));
        expect(coarseAddress(other)).toBe(coarseAddress(address));
      }),
    );
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        expect(coarseAddress(address)).toMatch(/^([\da-f]{1,4}:){3}:\/48$|^[\d.]+\.0\/24$/);
      }),
    );
  });
});
