package kz.aryz.sealing.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kz.aryz.id.Crockford;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SecretSharingTest {

    private static final byte[] SECRET = {0, 1, 2, (byte) 0x80, (byte) 0xff, 42};

    private final SecretSharing sharing = new SecretSharing(new SecureRandom());

    @Property(tries = 300)
    void anyThresholdOfTheSharesRestoresTheSecret(
            @ForAll @Size(min = 1, max = 300) byte[] secret,
            @ForAll @IntRange(min = 2, max = 64) int shares,
            @ForAll @IntRange(min = 2, max = 64) int needed,
            @ForAll Random choice) {
        int threshold = Math.min(needed, shares);

        List<Share> made = sharing.split(secret, "TRIAGE", "PUBLIC", shares, threshold);

        assertThat(SecretSharing.restore(some(made, threshold, choice))).isEqualTo(secret);
        assertThat(SecretSharing.restore(some(made, shares, choice))).isEqualTo(secret);
    }

    @Property(tries = 300)
    void oneFewerAreRefused(
            @ForAll @IntRange(min = 2, max = 64) int shares,
            @ForAll @IntRange(min = 2, max = 64) int needed,
            @ForAll Random choice) {
        int threshold = Math.min(needed, shares);
        List<Share> made = sharing.split(SECRET, "TRIAGE", "PUBLIC", shares, threshold);

        assertThatThrownBy(() -> SecretSharing.restore(some(made, threshold - 1, choice)))
                .isInstanceOf(EscrowException.class);
    }

    /** Whatever the secret was, the share that is missing could make any other of what the holders have. */
    @Test
    void oneFewerSayNothingOfTheSecret() {
        byte[] secret = {42};
        Set<Integer> possible = new HashSet<>();
        Share held = sharing.split(secret, "TRIAGE", "PUBLIC", 2, 2).getFirst();

        for (int other = 0; other < 256; other++) {
            Share imagined = new Share(held.split(), 2, Crockford.encode(new byte[] {(byte) other}));
            possible.add((int) SecretSharing.restore(List.of(held, imagined))[0]);
        }

        assertThat(possible).hasSize(256);
    }

    @Test
    void noTwoSplitsHaveSharesInCommon() {
        List<Share> first = sharing.split(SECRET, "TRIAGE", "PUBLIC", 5, 3);
        List<Share> second = sharing.split(SECRET, "TRIAGE", "PUBLIC", 5, 3);

        assertThat(first).extracting(Share::part).doesNotContainAnyElementsOf(parts(second));
        assertThatThrownBy(() -> SecretSharing.restore(List.of(first.get(0), second.get(1), first.get(2))))
                .isInstanceOf(EscrowException.class)
                .hasMessageContaining("different splits");
    }

    @Test
    void tooFewSaysHowManyAreMissing() {
        List<Share> made = sharing.split(SECRET, "TRIAGE", "PUBLIC", 5, 3);

        assertThatThrownBy(() -> SecretSharing.restore(made.subList(0, 2)))
                .isInstanceOf(EscrowException.class)
                .hasMessageContaining("2 of 5 shares are here, 3 are needed: bring 1 more");
    }

    @Test
    void aShareThatIsThereTwiceCountsOnce() {
        List<Share> made = sharing.split(SECRET, "TRIAGE", "PUBLIC", 5, 3);

        assertThatThrownBy(() -> SecretSharing.restore(List.of(made.get(0), made.get(0), made.get(1))))
                .isInstanceOf(EscrowException.class)
                .hasMessageContaining("2 of 5");
        assertThat(SecretSharing.restore(List.of(made.get(0), made.get(0), made.get(1), made.get(4))))
                .isEqualTo(SECRET);
    }

    @Test
    void aThresholdThatProtectsNothingIsRefused() {
        assertThatThrownBy(() -> sharing.split(SECRET, "TRIAGE", "PUBLIC", 5, 1))
                .isInstanceOf(EscrowException.class);
        assertThatThrownBy(() -> sharing.split(SECRET, "TRIAGE", "PUBLIC", 2, 3))
                .isInstanceOf(EscrowException.class);
        assertThatThrownBy(() -> sharing.split(SECRET, "TRIAGE", "PUBLIC", 65, 3))
                .isInstanceOf(EscrowException.class);
    }

    @Test
    void aShareDoesNotPrintItsPart() {
        Share share = sharing.split(SECRET, "TRIAGE", "PUBLIC", 5, 3).getFirst();

        assertThat(share.toString()).doesNotContain(share.part()).contains("TRIAGE");
    }

    private static List<Share> some(List<Share> shares, int count, Random choice) {
        List<Share> some = new ArrayList<>(shares);
        Collections.shuffle(some, choice);
        return some.subList(0, count);
    }

    private static List<String> parts(List<Share> shares) {
        return shares.stream().map(Share::part).toList();
    }
}
