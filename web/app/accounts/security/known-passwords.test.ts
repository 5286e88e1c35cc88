import { describe, expect, it } from "vitest";
import { createTestApi, TEST_PASSWORD } from "#testing/test-app";
import { isKnownPassword } from "./known-passwords.server";

describe("isKnownPassword", () => {
  it.each([
    ...["12345678", "password1", "qwertyuiop", "trustno1", "iloveyou", "1q2w3e4r"],
    // Spelled otherwise, but tried as well.
    ...["PASSWORD1", "Password1", " password1 ", "ｐａｓｓｗｏｒｄ１", "۱۲۳۴۵۶۷۸", "١٢٣٤٥٦٧٨"],
    // In no list, but as easy.
    ...[
      "aaaaaaaaaaaaaaaaaaa",
      "ababababababababab",
      "اااااااااا",
      "----------",
      "0101010101010101",
    ],
  ])("knows %j", async (password) => {
    expect(await isKnownPassword(password)).toBe(true);
  });

  it.each([
    TEST_PASSWORD,
    "a brand new password",
    "the first password",
    "میرا لمبا پاس ورڈ",
    "xkQ7-pzz!",
  ])("does not know %j", async (password) => {
    expect(await isKnownPassword(password, ["sana@example.com", "Sana"])).toBe(false);
  });

  it("knows the owner's address and name", async () => {
    const own = ["sana.malik@example.com", "Sana Malik"];
    for (const password of ["sana.malik@example.com", "Sana.Malik", "SANA MALIK"])
      expect(await isKnownPassword(password, own), password).toBe(true);
  });

  it("takes less than 5 MB", async () => {
    const { default: json } = await import("@zxcvbn-ts/language-common/src/passwords.json?raw");
    const kept = (JSON.parse(json) as string[]).filter(({ length }) => length >= 8);
    // A string of eight to fifteen Latin letters takes 32 bytes, its place in a Set some 40.
    expect(json.length + kept.length * 72).toBeLessThan(5_000_000);
  });
});

describe("a known password is refused", () => {
  it("at sign-up, change and reset, by pages' endpoints and by the API", async () => {
    const api = await createTestApi();
    try {
      const amna = await api.signUp();
      const post = (path: string, body: object, headers: object = {}) =>
        api.fetch(path, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            origin: "http://localhost:3000",
            ...headers,
          },
          body: JSON.stringify(body),
        });
      const person = { name: "B", email: "b@example.com", password: "Password123" };
      const refused = await post("/api/v1/auth/signup", person, { "accept-language": "ur" });
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({
        code: "password_known",
        field: "password",
        detail: expect.stringMatching(/\p{Script=Arabic}/u),
      });
      const own = { ...person, password: "b@example.com" };
      expect((await post("/api/v1/auth/signup", own)).status).toBe(422);
      const answers = [
        await post("/api/auth/sign-up/email", person),
        await post(
          "/api/auth/change-password",
          { currentPassword: TEST_PASSWORD, newPassword: "12345678" },
          { cookie: amna.cookie },
        ),
        await post("/api/auth/reset-password", { token: "none", newPassword: "qwertyuiop" }),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(422);
        expect(await answer.json()).toMatchObject({ code: "PASSWORD_KNOWN" });
      }
      expect(await api.app.db.user.count()).toBe(1);
      const login = { email: amna.email, password: TEST_PASSWORD };
      expect((await post("/api/v1/auth/login", login)).status).toBe(200);
    } finally {
      await api.close();
    }
  });
});
