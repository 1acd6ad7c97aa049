package kz.aryz.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one rule about who may do what. Least privilege: what no line allows is not there. Bodies that a complaint
 * excludes come before every role but the Commissioner's. Stateless.
 */
public final class Access {

    private Access() {}

    /**
     * Decides.
     *
     * @throws IllegalArgumentException for a matter that the action is not about
     */
    public static Verdict decide(Person person, Action action, Matter matter) {
        if (!action.about().isInstance(matter)) {
            throw new IllegalArgumentException(action + " is not about " + matter.getClass());
        }
        List<Role> as = roles(person, action)
                .filter(role -> role == Role.COMMISSIONER_OFFICER || !matter.excludes(person.bodies()))
                .filter(role -> reaches(person, Reach.of(role, action), matter))
                .toList();
        return as.isEmpty() ? Verdict.NOT_THERE : new Verdict.Allowed(as);
    }

    /** Whether there may be anything at all that the person may do this with. */
    public static boolean anywhere(Person person, Action action) {
        return roles(person, action).anyMatch(role -> Reach.of(role, action) != Reach.NOWHERE);
    }

    /** Which complaints of a queue the person may see: {@link Action#SEE_ITEM} for all of them at once. */
    public static Sight sight(Person person, QueueFacts queue) {
        return roles(person, Action.LIST_QUEUE)
                .filter(role -> role == Role.COMMISSIONER_OFFICER || !queue.excludes(person.bodies()))
                .filter(role -> reaches(person, Reach.of(role, Action.LIST_QUEUE), queue))
                .map(role -> Reach.of(role, Action.SEE_ITEM) == Reach.ASSIGNED ? Sight.ASSIGNED : Sight.ALL)
                .reduce(Sight.NOTHING, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** The roles that count: none where one of them bars its holder from what the action tells. */
    private static Stream<Role> roles(Person person, Action action) {
        return action.isTelling() && person.isBlind()
                ? Stream.empty()
                : person.roles().stream().filter(person::actsAs);
    }

    private static boolean reaches(Person person, Reach reach, Matter matter) {
        Set<String> units = person.workplaces();
        return switch (reach) {
            case NOWHERE -> false;
            case EVERYWHERE -> true;
            case OWN_UNITS ->
                switch (matter) {
                    case Matter.Whole ignored -> false;
                    case QueueFacts queue -> units.contains(queue.unit());
                    case ComplaintFacts complaint -> units.contains(complaint.unit());
                };
            case ASSIGNED ->
                matter instanceof ComplaintFacts complaint
                        && units.contains(complaint.unit())
                        && complaint
                                .assignedTo()
                                .filter(person.pseudonym()::equals)
                                .isPresent();
            case HELD -> matter instanceof ComplaintFacts complaint && complaint.held();
        };
    }
}
