/** Every screen in the dark theme, on a desktop and on a phone. */
import { everyScreen } from "./harness/screens.js";

everyScreen("dark");
