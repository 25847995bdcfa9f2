/** What every form here does with an answer: errors beside their fields, the rest above, failures of the wire apart. */
import { useState } from "react";
import { sortErrors } from "../../apollo/userErrors.ts";
import { describeAccountError, type SignInError, type SignUpError, type SimpleError } from "./errors.ts";

type AccountError = SignInError | SignUpError | SimpleError;

export function useAccountForm(fieldNames: readonly string[]) {
  const [fields, setFields] = useState<Record<string, string>>({});
  const [general, setGeneral] = useState<string[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  /** Sends if `missing` is empty; true when the answer carried no error. */
  const submit = async (missing: Record<string, string | false>, send: () => Promise<readonly AccountError[]>): Promise<boolean> => {
    const found = Object.fromEntries(Object.entries(missing).filter((entry): entry is [string, string] => entry[1] !== false));
    setFields(found);
    setGeneral([]);
    setFailure(null);
    if (Object.keys(found).length > 0) return false;
    setBusy(true);
    try {
      const sorted = sortErrors(await send(), fieldNames, describeAccountError);
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
