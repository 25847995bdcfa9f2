/** Signing in; goes on to where one came from. */
import { useApolloClient, useMutation } from "@apollo/client/react";
import { useState } from "react";
import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { Button } from "../../components/Button.tsx";
import { useSession, useSessionStatus } from "../../apollo/SessionContext.ts";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { TextField } from "../../components/fields.tsx";
import { Actions, Form } from "../../components/Form.tsx";
import { Page } from "../../components/Page.tsx";
import { graphql, readFragment } from "../../gql/index.ts";
import { AccountSignInError, looksLikeEmail, nextAddress } from "./errors.ts";
import { accountMessages as texts } from "./messages.ts";
import { useAccountForm } from "./useAccountForm.ts";

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      accessToken
      accessTokenExpiresAt
      errors {
        ...AccountSignInError
      }
    }
  }
`);

/** Asked with the new token: nobody may read an address while still signing in. */
const SignedIn = graphql(`
  query SignedIn {
    me {
      id
      emailVerifiedAt
    }
  }
`);

export default function SignInPage() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const client = useApolloClient();
  const session = useSession();
  const status = useSessionStatus();
  const [signIn] = useMutation(SignIn, { fetchPolicy: "no-cache" });
  const [email, setEmail] = useState(search.get("email") ?? "");
  const [password, setPassword] = useState("");
  const form = useAccountForm(["email", "password"]);
  const next = nextAddress(search);
  if (status === "signedIn" && !form.busy) return <Navigate to={next} replace />;
  const suffix = search.size > 0 ? `?${search.toString()}` : "";

  const submit = async () => {
    let verified = true;
    const done = await form.submit(
      { email: !looksLikeEmail(email) && texts.emailMissing, password: password === "" && texts.passwordMissing },
      async () => {
        const { data } = await signIn({ variables: { input: { email: email.trim(), password, useCookie: true } } });
        const answer = data?.signIn;
        if (answer?.accessToken) {
          session.adopt(answer.accessToken, answer.accessTokenExpiresAt ?? null);
          // Not knowing is no reason to keep anyone out: the reminder asks again on every screen.
          const who = await client.query({ query: SignedIn, fetchPolicy: "network-only", errorPolicy: "all" }).catch(() => null);
          verified = !who?.data?.me || who.data.me.emailVerifiedAt !== null;
        }
        return readFragment(AccountSignInError, answer?.errors ?? []);
      },
    );
    if (done) void navigate(verified ? next : `/verify-email?email=${encodeURIComponent(email.trim())}&next=${encodeURIComponent(next)}`, { replace: true });
  };

  return (
    <Page title={texts.signIn} lead={texts.signInLead} width="narrow">
      {form.failure !== null && <FailureNotice error={form.failure} />}
      <Form
        label={texts.signIn}
        problems={form.problems}
        onSubmit={() => {
          void submit();
        }}
      >
        <TextField label={texts.email} name="email" type="email" autoComplete="username" value={email} onChange={setEmail} error={form.fields["email"]} required />
        <TextField label={texts.password} name="password" type="password" autoComplete="current-password" value={password} onChange={setPassword} error={form.fields["password"]} required />
        <Actions>
          <Button type="submit" size="large" fullWidth disabled={form.busy}>
            {form.busy ? texts.signingIn : texts.signIn}
          </Button>
        </Actions>
        <p>
          <Link to="/forgot-password">{texts.forgot}</Link>
        </p>
        <p>
          {texts.noAccount} <Link to={`/sign-up${suffix}`}>{texts.signUp}</Link>
        </p>
      </Form>
    </Page>
  );
}
