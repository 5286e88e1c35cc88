import { useActionData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ProfileFailure, ProfileIntent } from "./profile-form";

/** What became of one form of the profile page when it was sent. */
export function useProfileForm(intent: ProfileIntent) {
  const { t } = useTranslation();
  const answer = useActionData<ProfileFailure>();
  const { formData } = useNavigation();
  const failure = answer?.intent === intent ? answer : undefined;
  return {
    busy: formData?.get("intent") === intent,
    detail: failure?.detail ?? null,
    values: failure?.values ?? {},
    error(field: keyof ProfileFailure["fields"]): string | undefined {
      if (failure?.field?.name === field) return failure.field.text;
      const problem = failure?.fields[field];
      return problem && t(`profile.invalid.${problem}`);
    },
  };
}
