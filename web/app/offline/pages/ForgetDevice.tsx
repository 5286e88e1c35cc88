import { useEffect } from "react";
import { forgetDevice } from "./forget-device";

/** Deletes what this browser keeps, once somebody has signed out or wants nothing to be kept. */
export function ForgetDevice() {
  useEffect(() => {
    // A browser that stores nothing has nothing to delete.
    forgetDevice().catch(() => {});
  }, []);
  return null;
}
