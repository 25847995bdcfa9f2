/** Creating an account; a code by mail follows. */
import { useMutation } from "@apollo/client/react";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { TextField } from "../../components/fields.tsx";
import { Actions, Form } from "../../components/Form.tsx";
import { Page } from "../../components/Page.tsx";
import { graphql, readFragment } from "../../gql/index.ts";
import { chosenLocale } from "../../lib/locale.ts";
import { AccountSignUpError, looksLikeEmail, nextAddress, PASSWORD_MIN_LENGTH } from "./errors.ts";
import { accountMessages as texts } from "./messages.ts";
import { useAccountForm } from "./useAccountForm.ts";

const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      accepted
      errors {
        ...AccountSignUpError
      }
    }
  }
`);

export default function SignUpPage() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [signUp] = useMutation(SignUp);
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const form = useAccountForm(["displayName", "email", "password"]);
  const suffix = search.size > 0 ? `?${search.toString()}` : "";

  const submit = async () => {
    const done = await form.submit(
      {
        displayName: name.trim() === "" && texts.nameMissing,
        email: !looksLikeEmail(email) && texts.emailMissing,
        password: password.length < PASSWORD_MIN_LENGTH && texts.passwordShort,
      },
      async () => {
        const { data } = await signUp({
          variables: { input: { displayName: name.trim(), email: email.trim(), password, locale: chosenLocale().tag } },
        });
        return readFragment(AccountSignUpError, data?.signUp.errors ?? []);
      },
    );
    if (done) void navigate(`/verify-email?email=${encodeURIComponent(email.trim())}&next=${encodeURIComponent(nextAddress(search))}`);
  };

  return (
    <Page title={texts.signUp} lead={texts.signUpLead} width="narrow">
      {form.failure !== null && <FailureNotice error={form.failure} />}
      <Form
        label={texts.signUp}
        problems={form.problems}
        onSubmit={() => {
          void submit();
        }}
      >
        <TextField label={texts.name} name="displayName" autoComplete="name" hint={texts.nameHint} value={name} onChange={setName} error={form.fields["displayName"]} required />
        <TextField label={texts.email} name="email" type="email" autoComplete="username" value={email} onChange={setEmail} error={form.fields["email"]} required />
        <TextField label={texts.password} name="password" type="password" autoComplete="new-password" hint={texts.passwordHint} value={password} onChange={setPassword} error={form.fields["password"]} required />
        <Actions>
          <Button type="submit" size="large" fullWidth disabled={form.busy}>
            {form.busy ? texts.signingUp : texts.signUp}
          </Button>
        </Actions>
        <p>
          {texts.haveAccount} <Link to={`/sign-in${suffix}`}>{texts.signIn}</Link>
        </p>
      </Form>
    </Page>
  );
}
