package kz.aryz.backup;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.topic.Principal;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;

/** What of a cluster belongs to Aryz, by name. */
final class Scope {

    private static final String QUEUES = Topics.queue("").name();

    private static final List<String> WORKERS = List.of(Principal.TRIAGE.name(), Principal.NOTIFIER.name());

    private Scope() {}

    /** The topics of ours among these names, sorted. */
    static List<String> topics(Collection<String> names) {
        Set<String> known = Topics.all().stream().map(Topic::name).collect(Collectors.toSet());
        Predicate<String> ours = known::contains;
        return names.stream()
                .filter(ours.or(Scope::isQueue).or(Scope::isBehindStore))
                .sorted()
                .toList();
    }

    /** Those of the catalogue that are not among these names, sorted. */
    static List<String> missing(Collection<String> names) {
        return Topics.all().stream()
                .map(Topic::name)
                .filter(name -> !names.contains(name))
                .sorted()
                .toList();
    }

    /** The topics of the catalogue and the queues among these names. */
    static List<Topic<?>> catalogue(Collection<String> names) {
        Stream<Topic<?>> queues = names.stream()
                .filter(Scope::isQueue)
                .sorted()
                .map(name -> Topics.queue(name.substring(QUEUES.length())));
        return Stream.concat(Topics.all().stream(), queues).toList();
    }

    /** Whether a topic belongs to an application of Kafka Streams: it keeps what is in its stores there. */
    static boolean isBehindStore(String topic) {
        return WORKERS.stream().anyMatch(worker -> topic.startsWith(worker + '-'));
    }

    /** Whether a group moves what is on the topics; where these stand still, so does everything but what comes in. */
    static boolean isWorker(String group) {
        return WORKERS.contains(group) || isBehindStore(group);
    }

    /** Whether a group's place is worth keeping: the services', and those of the units' own programs. */
    static boolean isGroup(String group) {
        return isWorker(group) || group.startsWith(QUEUES);
    }

    private static boolean isQueue(String topic) {
        return topic.startsWith(QUEUES);
    }
}
