import { describe, expect, it } from "vitest";
import { clientAddress, countedAddress } from "./client-address";

describe("the address that attempts are counted by", () => {
  it.each([
    ["203.0.113.5", "203.0.113.5"],
    ["203.0.113.5:4711", "203.0.113.5"],
    ["::ffff:203.0.113.5", "203.0.113.5"],
    ["::FFFF:203.0.113.5", "203.0.113.5"],
    ["::ffff:cb00:7105", "203.0.113.5"],
    ["0:0:0:0:0:ffff:cb00:7105", "203.0.113.5"],
    ["0000:0000:0000:0000:0000:ffff:203.0.113.5", "203.0.113.5"],
    ["[::ffff:203.0.113.5]:443", "203.0.113.5"],
    ["64:ff9b::203.0.113.5", "203.0.113.5"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"],
    ["2001:0DB8:0001:0002:0003:0004:0005:0006", "2001:db8:1:2::"],
    ["2001:db8:1:2::", "2001:db8:1:2::"],
    ["2001:db8:1:2::ffff", "2001:db8:1:2::"],
    ["2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::"],
    ["[2001:db8:1:2::1]", "2001:db8:1:2::"],
    ["[2001:db8:1:2::1]:8080", "2001:db8:1:2::"],
    ["2001:db8::1", "2001:db8::"],
    ["2001:db8:0:0:1::", "2001:db8::"],
    ["fe80::1%eth0", "fe80::"],
    ["::1", "::"],
    ["", "unknown"],
    ["unknown", "unknown"],
    ["_hidden", "unknown"],
    ["203.0.113.999", "unknown"],
    ["203.0.113.05", "unknown"],
    ["2001:db8:::1", "unknown"],
    ["2001:db8:1:2:3:4:5:6:7", "unknown"],
    ["x'; DROP TABLE attempt", "unknown"],
  ])("of %s is %s", (text, expected) => {
    expect(countedAddress(text)).toBe(expected);
    expect(clientAddress(text, null, 0)).toBe(expected);
    expect(clientAddress("10.0.0.1", text, 1)).toBe(expected);
  });

  it("is the same for every address of a network of 64 bits, and for no other", () => {
    const of = (low: number) =>
      countedAddress(
        `2001:db8:7:8:${low.toString(16)}:${(low * 7) % 65_536}::1`.replace("::1", ":0:1"),
      );
    const all = new Set(Array.from({ length: 200 }, (_, low) => of(low)));
    expect([...all]).toEqual(["2001:db8:7:8::"]);
    const others = new Set(
      Array.from({ length: 200 }, (_, net) => countedAddress(`2001:db8:7:${net.toString(16)}::1`)),
    );
    expect(others.size).toBe(200);
  });
});
