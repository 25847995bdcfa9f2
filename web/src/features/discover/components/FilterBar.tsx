/** Search first, then categories, dates, city and price. Typing is written to the address when it pauses. */
import { useEffect, useEffectEvent, useState } from "react";
import { CheckField, SelectField, TextField } from "../../../components/fields.tsx";
import { Icon } from "../../../components/Icon.tsx";
import type { Filters } from "../filters.ts";
import { isFiltered } from "../filters.ts";
import { discoverMessages as texts } from "../messages.ts";
import styles from "./FilterBar.module.css";

/** How long typing has to pause before the search runs, in milliseconds. */
const PAUSE_MILLISECONDS = 300;

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
  categories: readonly { slug: string; name: string }[];
  facets: readonly { field: string; value: string; count: number }[];
}

export function FilterBar({ filters, onChange, categories, facets }: Props) {
  const [text, setText] = useState(filters.text);
  const [open, setOpen] = useState(filters.city !== "" || filters.from !== "" || filters.to !== "" || filters.free);
  const [known, setKnown] = useState(filters.text);
  if (known !== filters.text) {
    // The address changed by itself (back, a link): follow it.
    setKnown(filters.text);
    setText(filters.text);
  }
  const search = (value: string) => {
    if (value === filters.text) return;
    setKnown(value);
    onChange({ ...filters, text: value });
  };
  const commit = useEffectEvent(search);
  useEffect(() => {
    const timer = setTimeout(() => {
      commit(text);
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);

  const cities = facets.filter((facet) => facet.field === "city").toSorted((a, b) => a.value.localeCompare(b.value));
  const cityOptions = [
    { value: "", label: texts.anyCity },
    ...(filters.city && !cities.some((city) => city.value === filters.city) ? [{ value: filters.city, label: filters.city }] : []),
    ...cities.map((city) => ({ value: city.value, label: texts.cityOption(city.value, city.count) })),
  ];
  return (
    <search className={styles.bar}>
      <form
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          search(text);
        }}
      >
        <Icon name="search" size={24} />
        <input
          type="search"
          name="q"
          aria-label={texts.search}
          placeholder={texts.placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </form>
      <ul className={styles.chips} aria-label={texts.categories}>
        <li>
          <button
            type="button"
            aria-pressed={filters.categories.length === 0}
            onClick={() => {
              onChange({ ...filters, categories: [] });
            }}
          >
            {texts.all}
          </button>
        </li>
        {categories.map((category) => {
          const chosen = filters.categories.includes(category.slug);
          return (
            <li key={category.slug}>
              <button
                type="button"
                aria-pressed={chosen}
                onClick={() => {
                  onChange({
                    ...filters,
                    categories: chosen ? filters.categories.filter((slug) => slug !== category.slug) : [...filters.categories, category.slug],
                  });
                }}
              >
                {category.name}
              </button>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <Icon name={open ? "minus" : "plus"} size={16} /> {texts.showFilters}
      </button>
      <fieldset className={styles.narrow} data-open={open || undefined}>
        <legend className="visually-hidden">{texts.filters}</legend>
        <TextField
          label={texts.from}
          name="from"
          type="date"
          value={filters.from}
          max={filters.to || undefined}
          onChange={(from) => {
            onChange({ ...filters, from });
          }}
        />
        <TextField
          label={texts.to}
          name="to"
          type="date"
          value={filters.to}
          min={filters.from || undefined}
          onChange={(to) => {
            onChange({ ...filters, to });
          }}
        />
        <SelectField
          label={texts.city}
          name="city"
          value={filters.city}
          options={cityOptions}
          onChange={(city) => {
            onChange({ ...filters, city });
          }}
        />
        <CheckField
          label={texts.free}
          name="free"
          checked={filters.free}
          onChange={(free) => {
            onChange({ ...filters, free });
          }}
        />
        {isFiltered(filters) && (
          <button
            type="button"
            className={styles.clear}
            onClick={() => {
              onChange({ text: "", categories: [], city: "", from: "", to: "", free: false });
            }}
          >
            {texts.clear}
          </button>
        )}
      </fieldset>
    </search>
  );
}
