// The profiles that come with the engine: by whose layout and requirements a table is checked.

import guangdong from "../../schema/profiles/guangdong-2024.json";
import mof from "../../schema/profiles/mof-2021.json";
import type { Category, Dimension, Lang } from "./types";

export interface Profile {
  readonly id: string;
  readonly title: Readonly<Record<Lang, string>>;
  readonly categories: readonly { readonly category: Category; readonly dimensions: readonly Dimension[] }[];
  /** What the weights of the indicators add up to, where the form asks for weights. */
  readonly weights?: object;
}

/** By which a table is checked unless another one is chosen. */
export const DEFAULT_PROFILE = guangdong as Profile;

export const PROFILES: readonly Profile[] = [DEFAULT_PROFILE, mof as Profile];

/** An unknown id means the default one, as it does to the engine's first module. */
export function profileOf(id: string): Profile {
  return PROFILES.find((profile) => profile.id === id) ?? DEFAULT_PROFILE;
}

export function asksWeights(id: string): boolean {
  return profileOf(id).weights !== undefined;
}
