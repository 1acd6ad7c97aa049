package kz.aryz.sealing;

import static kz.aryz.sealing.Recipient.COMMISSIONER;
import static kz.aryz.sealing.Recipient.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.aryz.id.SecretFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VoucherTest {

    private static final List<String> FACTS = List.of("release", "c1", "PROS.KZ-75", "c1/identity/k1");

    private final Keysets keysets = Keysets.generate();
    private final Voucher voucher = keysets.voucher(COMMISSIONER);
    private final byte[] mark = voucher.mark(FACTS);

    static List<List<String>> otherFacts() {
        return List.of(
                List.of(),
                List.of("release", "c1", "PROS.KZ-71", "c1/identity/k1"),
                List.of("release", "c1", "PROS.KZ-75", "c1/identity/k1", "c1/identity/k2"),
                List.of("release", "c1", "PROS.KZ-75c1/identity/k1", ""),
                List.of("releasec1", "PROS.KZ-75", "c1/identity/k1"),
                List.of("c1", "release", "PROS.KZ-75", "c1/identity/k1"));
    }

    @Test
    void whoMadeAMarkKnowsItAgain() {
        assertThat(mark).hasSize(32);
        assertThat(keysets.voucher(COMMISSIONER).isMark(mark, FACTS)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("otherFacts")
    void itIsTheMarkOfNothingElse(List<String> other) {
        assertThat(voucher.isMark(mark, other)).isFalse();
    }

    @Test
    void nobodyElseMakesIt() {
        assertThat(voucher.isMark(keysets.voucher(TRIAGE).mark(FACTS), FACTS)).isFalse();
        assertThat(voucher.isMark(Keysets.generate().voucher(COMMISSIONER).mark(FACTS), FACTS))
                .isFalse();
        assertThat(voucher.isMark(new byte[0], FACTS)).isFalse();
    }

    @Test
    void oneOfBeforeARotationIsKnownAfterIt() {
        Voucher rotated = keysets.withNewKeyOf(COMMISSIONER).voucher(COMMISSIONER);

        assertThat(rotated.isMark(mark, FACTS)).isTrue();
    }

    @Test
    void oneThatIsMadeDuringARotationIsKnownToWhoeverHasEitherKey() {
        byte[] during = keysets.withNewKeyOf(COMMISSIONER).voucher(COMMISSIONER).mark(FACTS);

        assertThat(during).hasSize(64);
        assertThat(voucher.isMark(during, FACTS)).isTrue();
        assertThat(voucher.isMark(during, List.of("release", "c2"))).isFalse();
        assertThat(Keysets.generate().voucher(COMMISSIONER).isMark(during, FACTS))
                .isFalse();
    }

    @Test
    void aPieceOfAMarkIsNone() {
        assertThat(voucher.isMark(Arrays.copyOf(mark, 31), FACTS)).isFalse();
        assertThat(voucher.isMark(Arrays.copyOfRange(mark, 1, 32), FACTS)).isFalse();
    }

    @Test
    void whoeverHasPublicKeysOnlyMakesNone() {
        Keysets publicKeys = new Keysets(keysets.publicKeys(), Map.of());

        assertThatThrownBy(() -> publicKeys.voucher(COMMISSIONER)).isInstanceOf(SecretFileException.class);
    }

    @Test
    void aKeysetThatCannotBeReadNowIsAskedForAgainLater() {
        Voucher blind = new Voucher(() -> {
            throw new SecretFileException("The file is away");
        });

        assertThatThrownBy(() -> blind.mark(FACTS)).isInstanceOf(KeysUnavailableException.class);
        assertThatThrownBy(() -> blind.isMark(mark, FACTS)).isInstanceOf(KeysUnavailableException.class);
    }
}
