package kz.aryz.topic;

import java.util.Comparator;
import java.util.Locale;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;

/** A binding in words: {@code User:triage-streams may write topic queue.*}. */
final class GrantLine {

    /** By principal, then by what it is about. */
    static final Comparator<AclBinding> ORDER = Comparator.comparing(GrantLine::of);

    private GrantLine() {}

    static String of(AclBinding binding) {
        String verb = binding.entry().permissionType() == AclPermissionType.DENY ? "may not" : "may";
        String name = binding.pattern().name();
        return "%s %s %s %s %s%s"
                .formatted(
                        binding.entry().principal(),
                        verb,
                        word(binding.entry().operation()),
                        word(binding.pattern().resourceType()),
                        binding.pattern().patternType() == PatternType.PREFIXED ? name + "*" : name,
                        binding.entry().host().equals("*")
                                ? ""
                                : " from " + binding.entry().host());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
