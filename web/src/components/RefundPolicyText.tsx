/** A refund policy in plain words. */
import { graphql, readFragment, type FragmentType } from "../gql/index.ts";
import { unexpected } from "../lib/never.ts";
import { Markdown } from "./Markdown.tsx";
import { componentMessages as texts } from "./messages.ts";

export const RefundPolicyText_policy = graphql(`
  fragment RefundPolicyText_policy on RefundPolicy {
    kind
    tiers {
      hoursBeforeStart
      percent
    }
    buyerMayCancelUntilHours
    text
  }
`);

export function RefundPolicyText({ policy }: { policy: FragmentType<typeof RefundPolicyText_policy> }) {
  const value = readFragment(RefundPolicyText_policy, policy);
  const rule = (() => {
    switch (value.kind) {
      case "NONE":
        return <p>{texts.policyNone}</p>;
      case "FULL":
        return <p>{texts.policyFull(value.buyerMayCancelUntilHours ?? null)}</p>;
      case "CASE_BY_CASE":
        return <p>{texts.policyCase}</p>;
      case "TIERED":
        return (
          <>
            <ul>
              {value.tiers
                .toSorted((a, b) => b.hoursBeforeStart - a.hoursBeforeStart)
                .map((tier) => (
                  <li key={tier.hoursBeforeStart}>{texts.policyTier(tier.percent, tier.hoursBeforeStart)}</li>
                ))}
            </ul>
            <p>{texts.policyTierRest}</p>
          </>
        );
      default:
        return unexpected(value.kind, <p>{texts.policyCase}</p>);
    }
  })();
  return (
    <div style={{ display: "grid", gap: "0.5rem" }}>
      {rule}
      {value.text && <Markdown text={value.text} />}
    </div>
  );
}
