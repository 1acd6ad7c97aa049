package kz.aryz.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HashedIdTest {

    private static final byte[] SECRET = new byte[PermanentSecret.MINIMUM_BYTES];

    @Property
    void twoInstancesGiveTheSameMessageTheSameId(@ForAll String channel, @ForAll String client, @ForAll String key) {
        assertThat(ComplaintId.of(PermanentSecret.of(SECRET), channel, client, key))
                .isEqualTo(ComplaintId.of(PermanentSecret.of(SECRET), channel, client, key));
    }

    @Property
    void bothKindsAreUuidsOfVersionEightAndTheStandardVariant(@ForAll List<String> parts, @ForAll String key) {
        UUID caused = UUID.fromString(DeterministicId.of(parts.toArray(String[]::new)));
        UUID complaint = UUID.fromString(ComplaintId.of(PermanentSecret.of(SECRET), "VISIT", "", key));

        assertThat(List.of(caused.version(), complaint.version())).containsOnly(8);
        assertThat(List.of(caused.variant(), complaint.variant())).containsOnly(2);
    }

    @Property
    void otherPartsGiveAnotherId(@ForAll List<String> one, @ForAll List<String> other) {
        Assume.that(!one.equals(other));

        assertThat(DeterministicId.of(one.toArray(String[]::new)))
                .isNotEqualTo(DeterministicId.of(other.toArray(String[]::new)));
    }

    @Property
    void movingTheBorderBetweenPartsGivesAnotherId(@ForAll String left, @ForAll String right) {
        Assume.that(!right.isEmpty());

        assertThat(DeterministicId.of(left, right)).isNotEqualTo(DeterministicId.of(left + right, ""));
        assertThat(ComplaintId.of(PermanentSecret.of(SECRET), "VISIT", left, right))
                .isNotEqualTo(ComplaintId.of(PermanentSecret.of(SECRET), "VISIT", left + right, ""));
    }
}
