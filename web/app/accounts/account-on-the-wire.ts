/** The columns of a person that a program is shown. */
interface Person {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  timeZone: string;
  locale: string;
  theme: string;
  numerals: string;
  createdAt: Date;
}

/** A person as they go on the wire to themselves. */
export function personToWire(person: Person) {
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    email_verified: person.emailVerified,
    time_zone: person.timeZone,
    locale: person.locale,
    theme: person.theme,
    numerals: person.numerals,
    created_at: person.createdAt.toISOString(),
  };
}
