import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderApp } from "../../testing/renderApp.tsx";
import { nextAddress } from "./errors.ts";

it("signs up, confirms the address, signs in and goes on to where one came from", async () => {
  const { user } = renderApp("/sign-up?next=%2Ftickets");
  await user.type(await screen.findByLabelText("Name"), "Bo");
  await user.type(screen.getByLabelText("E-mail address"), "bo@example.org");
  await user.type(screen.getByLabelText("Password"), "password123");
  await user.click(screen.getByRole("button", { name: "Create an account" }));
  expect(await screen.findByLabelText("Password")).toHaveAccessibleDescription(/too easy to guess/);
  await user.clear(screen.getByLabelText("Password"));
  await user.type(screen.getByLabelText("Password"), "a very long sentence");
  await user.click(screen.getByRole("button", { name: "Create an account" }));

  await user.type(await screen.findByLabelText("Code from the mail"), "000000");
  await user.click(screen.getByRole("button", { name: "Confirm" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("wrong or too old");
  await user.clear(screen.getByLabelText("Code from the mail"));
  await user.type(screen.getByLabelText("Code from the mail"), "123456");
  await user.click(screen.getByRole("button", { name: "Confirm" }));

  expect(await screen.findByRole("heading", { name: "Your address is confirmed" })).toBeInTheDocument();
  await user.click(screen.getAllByRole("link", { name: "Sign in" }).at(-1) as HTMLElement);
  await user.type(await screen.findByLabelText("Password"), "a very long sentence");
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByRole("heading", { name: "My tickets" })).toBeInTheDocument();
});

it("never goes on to another site", () => {
  expect(nextAddress(new URLSearchParams({ next: "/tickets?show=past" }))).toBe("/tickets?show=past");
  expect(nextAddress(new URLSearchParams({ next: "//evil.example" }))).toBe("/");
  expect(nextAddress(new URLSearchParams({ next: "/\\evil.example" }))).toBe("/");
  expect(nextAddress(new URLSearchParams({ next: "https://evil.example" }))).toBe("/");
});

it("shows profile and devices", async () => {
  renderApp("/account", { as: "usr_ada" });
  expect(await screen.findByDisplayValue("Ada Bell")).toBeInTheDocument();
  expect(screen.getByText("Firefox on Linux")).toBeInTheDocument();
});
