/** The columns of a user that the API returns. */
interface User {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  timeZone: string;
  locale: string;
  theme: string;
  numerals: string;
  firstWeekday: number | null;
  clockHours: number | null;
  assistantLanguage: string;
  createdAt: Date;
}

/** A user in the API's wire format, for that user only. */
export function userToWire(user: User) {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    email_verified: user.emailVerified,
    time_zone: user.timeZone,
    locale: user.locale,
    theme: user.theme,
    numerals: user.numerals,
    first_weekday: user.firstWeekday,
    clock_hours: user.clockHours,
    assistant_language: user.assistantLanguage,
    created_at: user.createdAt.toISOString(),
  };
}
