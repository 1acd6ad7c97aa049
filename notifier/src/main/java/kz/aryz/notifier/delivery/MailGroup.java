package kz.aryz.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kz.aryz.topic.Grants;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** The share group of all lanes of all instances. */
public final class MailGroup {

    /** Its name, for ever: what was acknowledged is remembered under it. */
    public static final String NAME = Grants.MAIL_GROUP;

    /** How long a record stays with a lane that does not renew; within the limits that brokers set by default. */
    static final Duration LOCK = Duration.ofSeconds(30);

    private static final ConfigResource GROUP = new ConfigResource(ConfigResource.Type.GROUP, NAME);

    private static final List<AlterConfigOp> SETTINGS = List.of(
            set("share.auto.offset.reset", "earliest"),
            set("share.isolation.level", "read_committed"),
            set("share.record.lock.duration.ms", Long.toString(LOCK.toMillis())));

    private MailGroup() {}

    /**
     * Makes the group begin with the first attempt, leave out those of aborted transactions, and lock records for as long
     * as the lanes count on. Must be done before the first member subscribes; doing it again changes nothing.
     */
    public static void prepare(Admin admin) throws ExecutionException, InterruptedException {
        admin.incrementalAlterConfigs(Map.of(GROUP, SETTINGS)).all().get();
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), OpType.SET);
    }
}
