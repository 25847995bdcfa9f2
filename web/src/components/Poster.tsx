/**
 * The poster of an event without a picture: composed from category, title and date, always the same for the same event.
 * Decorative: the title stands beside it wherever it is shown.
 */
import { useMemo } from "react";
import styles from "./Poster.module.css";

export interface PosterProps {
  title: string;
  /** The slug of the event's first category; decides the palette. */
  category: string;
  /** What is printed above the title: a date or a category's name. */
  line?: string | undefined;
}

interface Palette {
  ground: string;
  shape: string;
  second: string;
  text: string;
}

const INK = "#14121A";
const PAPER = "#FBF8F3";
const BULB = "#F5A524";
const CURTAIN = "#B3243B";
const PINE = "#1F7A5C";

const palettes: readonly Palette[] = [
  { ground: CURTAIN, shape: "#8C1329", second: BULB, text: PAPER },
  { ground: INK, shape: "#2D2838", second: BULB, text: PAPER },
  { ground: BULB, shape: "#E08A00", second: INK, text: INK },
  { ground: PINE, shape: "#12573F", second: "#F6D58E", text: PAPER },
  { ground: "#EFE3CE", shape: "#DCC7A1", second: CURTAIN, text: INK },
  { ground: "#27408B", shape: "#1B2E69", second: "#F2B8A0", text: PAPER },
  { ground: "#E9967A", shape: "#D77A5B", second: INK, text: INK },
  { ground: "#5B3A70", shape: "#472A5A", second: "#F5C66A", text: PAPER },
];

/** Categories people know get a palette of their own; others get one by their name. */
const byCategory: Record<string, number> = {
  music: 1,
  concerts: 1,
  theatre: 0,
  theater: 0,
  comedy: 2,
  film: 5,
  cinema: 5,
  talks: 4,
  conference: 4,
  tech: 5,
  food: 6,
  "food-drink": 6,
  sport: 3,
  sports: 3,
  outdoors: 3,
  family: 2,
  workshops: 4,
  dance: 7,
  art: 7,
  exhibition: 7,
};

function hash(text: string): number {
  let value = 2166136261;
  for (const letter of text) {
    value ^= letter.codePointAt(0) ?? 0;
    value = Math.imul(value, 16777619);
  }
  return value >>> 0;
}

/** Breaks a title into lines of about equal length, at most five. */
function titleLines(title: string): { lines: string[]; size: number } {
  const words = title.trim().split(/\s+/);
  const longest = Math.max(...words.map((word) => word.length), 1);
  const target = Math.max(longest, title.length > 40 ? 13 : title.length > 18 ? 10 : 8);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= target) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, 5);
  if (lines.length > 5) shown[4] = `${shown[4] ?? ""}…`;
  const widest = Math.max(...shown.map((line) => line.length), 1);
  return { lines: shown, size: Math.min(78, Math.floor(620 / widest), Math.floor(300 / shown.length)) };
}

function Shapes({ variant, seed, palette }: { variant: number; seed: number; palette: Palette }) {
  const pick = (shift: number, range: number) => (seed >>> shift) % range;
  switch (variant) {
    case 0:
      return (
        <>
          {[210, 165, 120, 75].map((radius, index) => (
            <circle key={radius} cx={120 + pick(4, 160)} cy={150 + pick(7, 60)} r={radius} fill={index % 2 ? palette.ground : palette.shape} />
          ))}
          <circle cx={120 + pick(4, 160)} cy={150 + pick(7, 60)} r={34} fill={palette.second} />
        </>
      );
    case 1:
      return (
        <>
          {Array.from({ length: 8 }, (_, index) => (
            <path key={index} d={`M${String(index * 50)} 0h25v${String(190 + ((seed >>> index) % 5) * 22)}a12.500 12.500 0 0 1-25 0z`} fill={index === pick(9, 8) ? palette.second : palette.shape} />
          ))}
        </>
      );
    case 2:
      return (
        <>
          {Array.from({ length: 42 }, (_, index) => {
            const lit = (seed >>> (index % 29)) & 1;
            return <circle key={index} cx={32 + (index % 7) * 56} cy={34 + Math.floor(index / 7) * 50} r={lit ? 17 : 8} fill={index % 11 === pick(3, 11) ? palette.second : palette.shape} />;
          })}
        </>
      );
    case 3:
      return (
        <>
          {Array.from({ length: 12 }, (_, index) => {
            const x = (index % 4) * 100;
            const y = Math.floor(index / 4) * 100;
            const turn = ((seed >>> (index * 2)) % 4) * 90;
            return (
              <path
                key={index}
                d={`M${String(x)} ${String(y)}h100a100 100 0 0 1-100 100z`}
                transform={`rotate(${String(turn)} ${String(x + 50)} ${String(y + 50)})`}
                fill={index % 5 === pick(6, 5) ? palette.second : palette.shape}
              />
            );
          })}
        </>
      );
    default:
      return (
        <>
          {Array.from({ length: 7 }, (_, index) => (
            <path
              key={index}
              d={`M-20 ${String(60 + index * 38)}q110 ${String(-70 + pick(index, 3) * 30)} 220 0t220 0v${String(14 + (index % 3) * 5)}q-110 ${String(70 - pick(index, 3) * 30)}-220 0t-220 0z`}
              fill={index === pick(8, 7) ? palette.second : palette.shape}
            />
          ))}
        </>
      );
  }
}

export function Poster({ title, category, line }: PosterProps) {
  const drawing = useMemo(() => {
    const seed = hash(`${category}/${title}`);
    const palette = palettes[byCategory[category] ?? hash(category) % palettes.length] ?? palettes[0];
    return { seed, palette: palette as Palette, ...titleLines(title) };
  }, [title, category]);
  const { seed, palette, lines, size } = drawing;
  const leading = size * 0.98;
  return (
    <svg className={styles.poster} viewBox="0 0 400 500" aria-hidden="true" focusable="false">
      <rect width="400" height="500" fill={palette.ground} />
      <Shapes variant={seed % 5} seed={seed} palette={palette} />
      <rect y={500 - (lines.length * leading + 84)} width="400" height={lines.length * leading + 84} fill={palette.ground} />
      <text x="28" y={500 - (lines.length * leading + 84) + 42} fill={palette.text} className={styles.line}>
        {line?.toUpperCase()}
      </text>
      <text fill={palette.text} className={styles.title} fontSize={size}>
        {lines.map((text, index) => (
          <tspan key={index} x="26" y={500 - 34 - (lines.length - 1 - index) * leading}>
            {text}
          </tspan>
        ))}
      </text>
    </svg>
  );
}
