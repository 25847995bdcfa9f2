/** Asking for a link to choose a new password. */
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { TextField } from "../../components/fields.tsx";
import { Actions, Form } from "../../components/Form.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { graphql, readFragment } from "../../gql/index.ts";
import { AccountSimpleError, looksLikeEmail } from "./errors.ts";
import { accountMessages as texts } from "./messages.ts";
import { useAccountForm } from "./useAccountForm.ts";

const PasswordResetRequest = graphql(`
  mutation PasswordResetRequest($input: PasswordResetRequestInput!) {
    passwordResetRequest(input: $input) {
      accepted
      errors {
        ...AccountSimpleError
      }
    }
  }
`);

export default function ForgotPasswordPage() {
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState(false);
  const [request] = useMutation(PasswordResetRequest);
  const form = useAccountForm(["email"]);
  return (
    <Page title={texts.forgotTitle} lead={texts.forgotLead} width="narrow">
      {form.failure !== null && <FailureNotice error={form.failure} />}
      {sent && (
        <Notice tone="success" live="polite">
          {texts.linkSent}
        </Notice>
      )}
      <Form
        label={texts.forgotTitle}
        problems={form.problems}
        onSubmit={() => {
          void form
            .submit({ email: !looksLikeEmail(email) && texts.emailMissing }, async () => {
              const { data } = await request({ variables: { input: { email: email.trim() } } });
              return readFragment(AccountSimpleError, data?.passwordResetRequest.errors ?? []);
            })
            .then(setSent);
        }}
      >
        <TextField label={texts.email} name="email" type="email" autoComplete="username" value={email} onChange={setEmail} error={form.fields["email"]} required />
        <Actions>
          <Button type="submit" size="large" disabled={form.busy}>
            {texts.sendLink}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
