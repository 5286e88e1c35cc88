import { PolicyPack } from "@pulumi/policy";
import { policies } from "./policies";

// pulumi up --policy-pack pulumi/policy
new PolicyPack("karlo", { enforcementLevel: "mandatory", policies });
