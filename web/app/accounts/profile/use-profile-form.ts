import { useActionData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ProfileFailure, ProfileIntent } from "./profile-form";

/** The state of one form of the profile page: whether it is being sent, and its last failure. */
export function useProfileForm(intent: ProfileIntent) {
  const { t } = useTranslation();
  const result = useActionData<ProfileFailure>();
  const { formData } = useNavigation();
  const failure = result?.intent === intent ? result : undefined;
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
