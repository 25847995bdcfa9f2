/** Profile and devices. */
import { useMutation, useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "../../components/Button.tsx";
import { useSession, useSessionStatus } from "../../apollo/SessionContext.ts";
import { FailureNotice } from "../../components/FailureNotice.tsx";
import { SelectField, TextField } from "../../components/fields.tsx";
import { Actions, Form } from "../../components/Form.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { SignedOut } from "../../components/SignedOut.tsx";
import { SkeletonLines } from "../../components/Skeleton.tsx";
import { StatusPill } from "../../components/StatusPill.tsx";
import { graphql, readFragment, type FragmentType } from "../../gql/index.ts";
import { formatAgo, visitorZone } from "../../lib/dates.ts";
import { serverTime } from "../../lib/serverClock.ts";
import { zoneOptions } from "../../lib/zones.ts";
import styles from "./AccountPage.module.css";
import { AccountSimpleError } from "./errors.ts";
import { accountMessages as texts } from "./messages.ts";
import { useAccountForm } from "./useAccountForm.ts";

const ProfileFields = graphql(`
  fragment ProfileFields on User {
    id
    displayName
    email
    emailVerifiedAt
    locale
    timeZone
  }
`);

const Account = graphql(`
  query Account {
    me {
      id
      ...ProfileFields
      loginSessions {
        id
        userAgent
        lastSeenAt
        current
      }
    }
  }
`);

const ProfileUpdate = graphql(`
  mutation ProfileUpdate($input: ProfileUpdateInput!) {
    profileUpdate(input: $input) {
      user {
        ...ProfileFields
      }
      errors {
        ...AccountSimpleError
      }
    }
  }
`);

const SignOutEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOut(input: { everywhere: true }) {
      ok
      errors {
        ...AccountSimpleError
      }
    }
  }
`);

const locales = [
  { value: "en-GB", label: "English (United Kingdom)" },
  { value: "en-US", label: "English (United States)" },
  { value: "en-IE", label: "English (Ireland)" },
  { value: "en", label: "English" },
];

function Profile({ user: reference }: { user: FragmentType<typeof ProfileFields> }) {
  const user = readFragment(ProfileFields, reference);
  const [name, setName] = useState(user.displayName);
  const [locale, setLocale] = useState(user.locale);
  const [zone, setZone] = useState(user.timeZone ?? visitorZone());
  const [saved, setSaved] = useState(false);
  const [update] = useMutation(ProfileUpdate);
  const form = useAccountForm(["displayName", "locale", "timeZone"]);
  return (
    <section aria-labelledby="profile" className={styles.section}>
      <h2 id="profile">{texts.profile}</h2>
      {user.email && (
        <p className={styles.email}>
          {user.email} <StatusPill tone={user.emailVerifiedAt ? "good" : "waiting"}>{user.emailVerifiedAt ? texts.verifiedEmail : texts.unverifiedEmail}</StatusPill>
        </p>
      )}
      {form.failure !== null && <FailureNotice error={form.failure} />}
      {saved && (
        <Notice tone="success" live="polite">
          {texts.saved}
        </Notice>
      )}
      <Form
        label={texts.profile}
        problems={form.problems}
        onSubmit={() => {
          setSaved(false);
          void form
            .submit({ displayName: name.trim() === "" && texts.nameMissing }, async () => {
              const { data } = await update({ variables: { input: { displayName: name.trim(), locale, timeZone: zone } } });
              return readFragment(AccountSimpleError, data?.profileUpdate.errors ?? []);
            })
            .then(setSaved);
        }}
      >
        <TextField label={texts.name} name="displayName" autoComplete="name" value={name} onChange={setName} error={form.fields["displayName"]} required />
        <SelectField
          label={texts.language}
          name="locale"
          value={locale}
          onChange={setLocale}
          options={locales.some((one) => one.value === locale) ? locales : [{ value: locale, label: locale }, ...locales]}
          error={form.fields["locale"]}
        />
        <SelectField label={texts.zone} name="timeZone" hint={texts.zoneHint} value={zone} onChange={setZone} options={zoneOptions(zone)} error={form.fields["timeZone"]} />
        <Actions>
          <Button type="submit" disabled={form.busy}>
            {form.busy ? texts.saving : texts.save}
          </Button>
        </Actions>
      </Form>
    </section>
  );
}

function Details() {
  const { data, error, refetch } = useQuery(Account);
  const session = useSession();
  const navigate = useNavigate();
  const [signOut, signingOut] = useMutation(SignOutEverywhere);
  const [failure, setFailure] = useState<unknown>(null);
  const me = data?.me;
  if (!me) {
    return error ? (
      <FailureNotice
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    ) : (
      <SkeletonLines count={5} />
    );
  }
  return (
    <>
      <Profile user={me} />
      <section aria-labelledby="sessions" className={styles.section}>
        <h2 id="sessions">{texts.sessions}</h2>
        <ul className={styles.sessions}>
          {me.loginSessions?.map((one) => (
            <li key={one.id}>
              <span>
                {one.userAgent ?? texts.unknownDevice}
                {one.current && (
                  <>
                    {" "}
                    <StatusPill tone="good">{texts.current}</StatusPill>
                  </>
                )}
              </span>
              <span className="muted small">{texts.lastSeen(formatAgo(one.lastSeenAt, serverTime()))}</span>
            </li>
          ))}
        </ul>
        {failure !== null && <FailureNotice error={failure} />}
        <div>
          <Button
            variant="outlined"
            color="error"
            disabled={signingOut.loading}
            onClick={() => {
              signOut().then(() => {
                session.end();
                void navigate("/");
              }, setFailure);
            }}
          >
            {signingOut.loading ? texts.signingOut : texts.everywhere}
          </Button>
          <p className="muted small">{texts.everywhereNote}</p>
        </div>
      </section>
    </>
  );
}

export default function AccountPage() {
  const status = useSessionStatus();
  return (
    <Page title={texts.account} width="narrow">
      {status === "starting" && <SkeletonLines count={5} />}
      {status === "anonymous" && <SignedOut>{texts.signedOut}</SignedOut>}
      {status === "signedIn" && <Details />}
    </Page>
  );
}
