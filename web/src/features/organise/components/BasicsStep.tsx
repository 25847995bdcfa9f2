/** Step one: what it is. */
import { useQuery } from "@apollo/client/react";
import { Button } from "../../../components/Button.tsx";
import { CheckField, SelectField, TextField } from "../../../components/fields.tsx";
import { Actions, Form, Row } from "../../../components/Form.tsx";
import { graphql } from "../../../gql/index.ts";
import type { EventFormat, EventVisibility, RefundPolicyKind } from "../../../gql/graphql.ts";
import type { EventDraft } from "../eventDraft.ts";
import { organiseMessages as texts } from "../messages.ts";
import styles from "./steps.module.css";

const CategoryList = graphql(`
  query CategoryList {
    categories {
      id
      slug
      name
    }
  }
`);

function options<Key extends string>(labels: Record<Key, string>): { value: Key; label: string }[] {
  return (Object.entries(labels) as [Key, string][]).map(([value, label]) => ({ value, label }));
}

export interface StepForm {
  fields: Record<string, string>;
  problems: string[];
  busy: boolean;
}

export function BasicsStep({ draft, onChange, onSave, form, created }: { draft: EventDraft; onChange: (draft: EventDraft) => void; onSave: () => void; form: StepForm; created: boolean }) {
  const { data } = useQuery(CategoryList);
  const set = <Key extends keyof EventDraft>(key: Key) => (value: EventDraft[Key]) => {
    onChange({ ...draft, [key]: value });
  };
  return (
    <Form label={texts.step.basics} problems={form.problems} onSubmit={onSave}>
      <TextField label={texts.eventTitle} name="title" value={draft.title} onChange={set("title")} error={form.fields["title"]} maxLength={120} required />
      <TextField label={texts.summary} name="summary" hint={texts.summaryHint} rows={2} value={draft.summary} onChange={set("summary")} error={form.fields["summary"]} maxLength={280} />
      <TextField label={texts.description} name="description" hint={texts.descriptionHint} rows={6} value={draft.description} onChange={set("description")} error={form.fields["description"]} />
      <fieldset>
        <legend className={styles.legend}>{texts.categories}</legend>
        <div className={styles.checks}>
          {data?.categories?.map((category) => (
            <CheckField
              key={category.slug}
              name={`category-${category.slug}`}
              label={category.name}
              checked={draft.categories.includes(category.slug)}
              onChange={(checked) => {
                set("categories")(checked ? [...draft.categories, category.slug] : draft.categories.filter((slug) => slug !== category.slug));
              }}
            />
          ))}
        </div>
      </fieldset>
      <Row>
        <SelectField label={texts.format} name="format" value={draft.format} options={options(texts.formats)} disabled={created} onChange={(value) => { set("format")(value as EventFormat); }} />
        <SelectField label={texts.visibility} name="visibility" value={draft.visibility} options={options(texts.visibilities)} onChange={(value) => { set("visibility")(value as EventVisibility); }} />
      </Row>
      <Row>
        <SelectField label={texts.refund} name="refundKind" value={draft.refundKind} options={options(texts.refunds)} onChange={(value) => { set("refundKind")(value as RefundPolicyKind); }} />
        {(draft.refundKind === "FULL" || draft.refundKind === "TIERED") && (
          <TextField label={texts.refundHours} name="refundHours" inputMode="numeric" value={draft.refundHours} onChange={set("refundHours")} error={form.fields["refundHours"]} />
        )}
      </Row>
      <Actions>
        <Button type="submit" disabled={form.busy}>
          {form.busy ? texts.saving : texts.next}
        </Button>
      </Actions>
    </Form>
  );
}
