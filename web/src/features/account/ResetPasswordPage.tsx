/** Choosing a new password with the token from the mail; it comes in the fragment, so that no server log sees it. */
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { Link, useLocation } from "react-router";
import { Button } from "../../components/Button.tsx";
import { useSession } from "../../apollo/SessionContext.ts";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { TextField } from "../../components/fields.tsx";
import { Actions, Form } from "../../components/Form.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { graphql, readFragment } from "../../gql/index.ts";
import { AccountSimpleError, PASSWORD_MIN_LENGTH } from "./errors.ts";
import { accountMessages as texts } from "./messages.ts";
import { useAccountForm } from "./useAccountForm.ts";

const PasswordReset = graphql(`
  mutation PasswordReset($input: PasswordResetInput!) {
    passwordReset(input: $input) {
      ok
      errors {
        ...AccountSimpleError
      }
    }
  }
`);

export default function ResetPasswordPage() {
  const location = useLocation();
  const session = useSession();
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get("token") ?? "");
  const [password, setPassword] = useState("");
  const [done, setDone] = useState(false);
  const [reset] = useMutation(PasswordReset);
  const form = useAccountForm(["newPassword"]);
  return (
    <Page title={texts.resetTitle} width="narrow">
      {form.failure !== null && <FailureNotice error={form.failure} />}
      {done ? (
        <Notice
          tone="success"
          live="polite"
          action={
            <Button component={Link} to="/sign-in">
              {texts.signIn}
            </Button>
          }
        >
          {texts.resetDone}
        </Notice>
      ) : token === "" ? (
        <Notice
          tone="danger"
          action={
            <Button component={Link} to="/forgot-password">
              {texts.askAgain}
            </Button>
          }
        >
          {texts.resetBroken}
        </Notice>
      ) : (
        <Form
          label={texts.resetTitle}
          problems={form.problems}
          onSubmit={() => {
            void form
              .submit({ newPassword: password.length < PASSWORD_MIN_LENGTH && texts.passwordShort }, async () => {
                const { data } = await reset({ variables: { input: { token, newPassword: password } } });
                return readFragment(AccountSimpleError, data?.passwordReset.errors ?? []);
              })
              .then((changed) => {
                if (!changed) return;
                setDone(true);
                session.end();
              });
          }}
        >
          <TextField
            label={texts.newPassword}
            name="newPassword"
            type="password"
            autoComplete="new-password"
            hint={texts.passwordHint}
            value={password}
            onChange={setPassword}
            error={form.fields["newPassword"]}
            required
          />
          <Actions>
            <Button type="submit" size="large" disabled={form.busy}>
              {texts.reset}
            </Button>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
