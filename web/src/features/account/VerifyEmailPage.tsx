/** Confirming an address with the six digits from the mail. */
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { useSession, useSessionStatus } from "../../apollo/SessionContext.ts";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { TextField } from "../../components/fields.tsx";
import { Actions, Form } from "../../components/Form.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { graphql, readFragment } from "../../gql/index.ts";
import { AccountSimpleError, looksLikeEmail, nextAddress } from "./errors.ts";
import { accountMessages as texts } from "./messages.ts";
import { useAccountForm } from "./useAccountForm.ts";

const EmailVerify = graphql(`
  mutation EmailVerify($input: EmailVerifyInput!) {
    emailVerify(input: $input) {
      user {
        id
        emailVerifiedAt
      }
      errors {
        ...AccountSimpleError
      }
    }
  }
`);

const EmailVerificationResend = graphql(`
  mutation EmailVerificationResend($input: EmailVerificationResendInput!) {
    emailVerificationResend(input: $input) {
      accepted
      errors {
        ...AccountSimpleError
      }
    }
  }
`);

export default function VerifyEmailPage() {
  const [search] = useSearchParams();
  const session = useSession();
  const status = useSessionStatus();
  const given = search.get("email") ?? "";
  const [email, setEmail] = useState(given);
  const [code, setCode] = useState("");
  const [verified, setVerified] = useState(false);
  const [resent, setResent] = useState(false);
  const [verify] = useMutation(EmailVerify, { refetchQueries: status === "signedIn" ? ["VerifyReminder"] : [] });
  const [resend] = useMutation(EmailVerificationResend);
  const form = useAccountForm(["email", "code"]);
  const next = nextAddress(search);

  if (verified) {
    return (
      <Page title={texts.verifiedTitle} lead={texts.verified} width="narrow">
        <div>
          <Button
            component={Link}
            size="large"
            to={status === "signedIn" ? next : `/sign-in?email=${encodeURIComponent(email)}&next=${encodeURIComponent(next)}`}
          >
            {status === "signedIn" ? texts.goOn : texts.signIn}
          </Button>
        </div>
      </Page>
    );
  }

  return (
    <Page title={texts.verify} lead={given ? texts.verifyLead(given) : texts.verifyLeadPlain} width="narrow">
      {form.failure !== null && <FailureNotice error={form.failure} />}
      {resent && (
        <Notice tone="success" live="polite">
          {texts.resent}
        </Notice>
      )}
      <Form
        label={texts.verify}
        problems={form.problems}
        onSubmit={() => {
          setResent(false);
          void form
            .submit({ email: !looksLikeEmail(email) && texts.emailMissing, code: !/^\d{6}$/.test(code) && texts.codeMissing }, async () => {
              const { data } = await verify({ variables: { input: { email: email.trim(), code } } });
              return readFragment(AccountSimpleError, data?.emailVerify.errors ?? []);
            })
            .then(async (done) => {
              if (!done) return;
              // The token was made for an unconfirmed address: get one that knows better.
              if (session.status() === "signedIn") await session.refresh();
              setVerified(true);
            });
        }}
      >
        {!given && <TextField label={texts.email} name="email" type="email" autoComplete="username" value={email} onChange={setEmail} error={form.fields["email"]} required />}
        <TextField
          label={texts.code}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          hint={texts.codeHint}
          value={code}
          onChange={(value) => {
            setCode(value.replace(/\D/g, "").slice(0, 6));
          }}
          error={form.fields["code"]}
          required
        />
        <Actions>
          <Button type="submit" size="large" disabled={form.busy}>
            {form.busy ? texts.confirming : texts.confirm}
          </Button>
          <Button
            variant="text"
            disabled={form.busy}
            onClick={() => {
              void form
                .submit({ email: !looksLikeEmail(email) && texts.emailMissing }, async () => {
                  const { data } = await resend({ variables: { input: { email: email.trim() } } });
                  return readFragment(AccountSimpleError, data?.emailVerificationResend.errors ?? []);
                })
                .then(setResent);
            }}
          >
            {texts.resend}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
