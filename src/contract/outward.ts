import * as v from 'valibot';

/**
 * Where an association's reports go besides the console: part of its profile. A secret never stands in
 * the profile: it is in the environment of the desk, under the name that stands here. See
 * `docs/outward.md`.
 */

const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,30}$/));
const Name = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60));
/** Name of an environment variable, never what is in it. */
const Variable = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{2,80}$/));
/** Without a name and password in it: those would be secrets. */
const Address = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\/[^/?#@\s]+([/?#]|$)/));
/**
 * May be an address within the association's own network (10.0.0.0/8, localhost …), and then also plain
 * http. Without it the desk connects to no such address, whatever its name resolves to.
 */
const privateNetwork = v.optional(v.boolean(), false);

const common = {
  /** Kept with every delivery: give it another one when it goes to another place. */
  id: Id,
  /** What staff call it: "Itris", "Mailbox reparaties". */
  name: Name,
};

const WebhookSchema = v.strictObject({
  kind: v.literal('webhook'),
  ...common,
  url: Address,
  secretEnv: Variable,
  privateNetwork,
});

const MailSchema = v.strictObject({
  kind: v.literal('mail'),
  ...common,
  to: v.pipe(v.string(), v.email()),
});

const FolderSchema = v.strictObject({
  kind: v.literal('folder'),
  ...common,
  /** Must be there already. Left out: `DATA_DIR/outward/<association>/<id>`. */
  folder: v.optional(v.pipe(v.string(), v.regex(/^\//))),
});

const VeraSchema = v.strictObject({
  kind: v.literal('vera'),
  ...common,
  /** What stands before `/onderhoudsverzoeken`: "https://ohd.example/v4". */
  url: Address,
  auth: v.variant('kind', [
    v.strictObject({ kind: v.literal('api-key'), keyEnv: Variable }),
    v.strictObject({
      kind: v.literal('client-credentials'),
      tokenUrl: Address,
      clientId: v.pipe(v.string(), v.nonEmpty()),
      secretEnv: Variable,
      scope: v.optional(v.string(), 'OHD.Onderhoudsverzoeken.ReadWrite'),
    }),
  ]),
  /** Sent as X-Stuurgegevens-Zender-Organisatie and -Administratie. */
  organisation: v.optional(Name),
  administration: v.optional(Name),
  /** For a receiver that takes `contactgegevens`, which the published schema itself refuses. */
  contactDetails: v.optional(v.boolean(), false),
  privateNetwork,
});

export const OutwardSchema = v.variant('kind', [
  WebhookSchema,
  MailSchema,
  FolderSchema,
  VeraSchema,
]);
export type OutwardSettings = v.InferOutput<typeof OutwardSchema>;
export type SettingsOf<Kind extends OutwardSettings['kind']> = Extract<
  OutwardSettings,
  { kind: Kind }
>;

/** Who may say how far a report is: the association's own system. */
export const StatusBackSettingsSchema = v.strictObject({
  /** What staff see in the history: "Itris". */
  name: Name,
  /** Holds the SHA-256 of the token in hex; while a token is being replaced, of both, with a space. */
  tokenHashEnv: Variable,
});
