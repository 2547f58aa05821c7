import { LitElement } from "lit";

/** An element without a shadow root: one stylesheet and one set of ids serve the whole page. */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
