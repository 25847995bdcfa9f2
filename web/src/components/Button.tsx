/** Buttons, and links that look like one. */
import type { ComponentProps, ElementType, ReactNode } from "react";
import styles from "./Button.module.css";

interface Look {
  variant?: "contained" | "outlined" | "text";
  size?: "small" | "medium" | "large";
  /** `error` for what takes something away. */
  color?: "error";
  fullWidth?: boolean;
  startIcon?: ReactNode;
  children?: ReactNode;
}

type ButtonProps<Component extends ElementType> = Look & { component?: Component } & Omit<ComponentProps<Component>, keyof Look | "component">;

export function Button<Component extends ElementType = "button">({ component, variant = "contained", size = "medium", color, fullWidth, startIcon, children, className, ...rest }: ButtonProps<Component>) {
  const Element: ElementType = component ?? "button";
  const names = [styles.button, styles[variant], styles[size], color && styles[color], fullWidth && styles.wide, className as string | undefined];
  return (
    <Element {...(component ? {} : { type: "button" })} {...rest} className={names.filter(Boolean).join(" ")}>
      {startIcon}
      {children}
    </Element>
  );
}

/** A round button with only an icon in it; it has a name all the same. */
export function IconButton({ className, ...rest }: ComponentProps<"button"> & { "aria-label": string }) {
  return <button type="button" {...rest} className={`${styles.icon} ${className ?? ""}`} />;
}
