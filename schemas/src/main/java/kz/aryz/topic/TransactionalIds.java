package kz.aryz.topic;

/** Names of the transactions that {@code aryz} commands write in: two of one name exclude each other. */
public final class TransactionalIds {

    /** {@code aryz reference apply}. */
    public static final String REFERENCE_APPLY = "aryz-reference-apply";

    /** {@code aryz dead-letters retry}. */
    public static final String DEAD_LETTERS_RETRY = "aryz-dead-letters-retry";

    /** {@code aryz restore}. */
    public static final String RESTORE = "aryz-restore";

    /** {@code aryz shred}. */
    public static final String SHRED = "aryz-shred";

    private static final String KEYS_ROTATE = "aryz-keys-rotate-";

    private static final String RELEASES = "notifier-releases-";

    private TransactionalIds() {}

    /** {@code aryz keys rotate RECIPIENT}. */
    public static String keysRotate(String recipient) {
        return KEYS_ROTATE + recipient;
    }

    /** The instance of notifier that wraps for units what was released. */
    public static String releases(String instance) {
        return RELEASES + instance;
    }
}
