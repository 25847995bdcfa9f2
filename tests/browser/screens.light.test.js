/** Every screen in the light theme, on a desktop and on a phone. */
import { everyScreen } from "./harness/screens.js";

everyScreen("light");
