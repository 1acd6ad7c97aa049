package kz.aryz.topic;

import java.util.List;

/** What {@link TopicProvisioner} does about a topic. */
public sealed interface TopicChange {

    /** The topic. */
    Topic<?> topic();

    /** It is not there and is made. */
    record Creation(Topic<?> topic) implements TopicChange {}

    /** It is as the catalogue has it. */
    record Nothing(Topic<?> topic) implements TopicChange {}

    /** It is configured anew. */
    record Configuration(Topic<?> topic, List<Difference> differences) implements TopicChange {}

    /**
     * Nothing of it is touched, because following the catalogue would lower a retention or change what is fixed for
     * ever. A person decides.
     */
    record Refusal(Topic<?> topic, List<Difference> differences) implements TopicChange {}
}
