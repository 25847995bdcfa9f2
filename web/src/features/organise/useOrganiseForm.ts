/** What every form here does with an answer. */
import { useState } from "react";
import { sortErrors } from "../../apollo/userErrors.ts";
import { describeOrganiseError, type CheckInError, type EventError, type QuotaError, type SimpleError } from "./errors.ts";

type OrganiseError = EventError | SimpleError | CheckInError | QuotaError;

export function useOrganiseForm(fieldNames: readonly string[]) {
  const [fields, setFields] = useState<Record<string, string>>({});
  const [general, setGeneral] = useState<string[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  /** Sends if nothing is `missing`; true when no error came back. */
  const submit = async (missing: Record<string, string | false | null>, send: () => Promise<readonly OrganiseError[]>): Promise<boolean> => {
    const found = Object.fromEntries(Object.entries(missing).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    setFields(found);
    setGeneral([]);
    setFailure(null);
    if (Object.keys(found).length > 0) return false;
    setBusy(true);
    try {
      const sorted = sortErrors(await send(), fieldNames, describeOrganiseError);
      setFields(sorted.fields);
      setGeneral(sorted.general);
      return Object.keys(sorted.fields).length + sorted.general.length === 0;
    } catch (thrown) {
      setFailure(thrown);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { fields, problems: [...Object.values(fields), ...general], failure, busy, submit };
}
