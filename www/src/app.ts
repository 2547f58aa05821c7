import "./elements/define";
import { read } from "./engine";
import { keepForOffline } from "./offline";

// The engine comes while the page is being looked at, and behind it what starts without a network need.
void read([])
  .catch(() => undefined)
  .then(keepForOffline);
