import type { MetaFunction } from "@remix-run/node";
import { pageTitle } from "#app/i18n/titles";
import { InstallPage } from "#app/offline/install/InstallPage";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "install");

/** It has no data of its own; with a loader its address is asked of the server like every other. */
export const loader = () => null;

export default InstallPage;
