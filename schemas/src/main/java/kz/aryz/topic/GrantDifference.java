package kz.aryz.topic;

import java.util.List;
import org.apache.kafka.common.acl.AclBinding;

/**
 * How a broker's grants differ from {@link Grants}.
 *
 * @param wanted how many there should be
 * @param missing what nobody granted yet
 * @param surplus what somebody else granted: a reader that the catalogue does not know, or one of an older version
 */
record GrantDifference(int wanted, List<AclBinding> missing, List<AclBinding> surplus) {

    GrantDifference {
        missing = List.copyOf(missing);
        surplus = List.copyOf(surplus);
    }
}
