/** Texts of the shell. */
import { defineMessages } from "../lib/messages.ts";

export const shellMessages = defineMessages({
  en: {
    skip: "Skip to content",
    home: "Marquee, home",
    main: "Main",
    discover: "What’s on",
    tickets: "My tickets",
    organise: "Organise",
    signIn: "Sign in",
    signOut: "Sign out",
    account: "Account",
    accountMenu: "Account and appearance",
    appearance: "Appearance",
    system: "As the system",
    light: "Light",
    dark: "Dark",
    footer: "All prices are final prices. No fee is added later.",
    outbox: "Mails of this development server",
    graph: "GraphQL API",
    lostTitle: "This page is dark",
    lost: "There is nothing at this address. The event may have moved, or the link was cut short.",
    toDiscover: "See what’s on",
    brokenTitle: "A bulb blew",
    broken: "This screen could not be shown. Loading it again usually helps.",
    reload: "Load again",
    verifyTitle: "Please confirm your e-mail address",
    verify: "Enter the code from the mail we sent you. Until then you can look around, but not hold tickets.",
    verifyAction: "Enter the code",
  },
});
