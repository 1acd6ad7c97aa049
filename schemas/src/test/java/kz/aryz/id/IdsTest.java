package kz.aryz.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdsTest {

    private static final PermanentSecret SECRET = PermanentSecret.of(new byte[32]);
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void derivationsAreFixedForEver() {
        String id = ComplaintId.of(SECRET, "WEB_FORM", "", "key-1");

        assertThat(id).isEqualTo("f83c97d5-6559-8fd4-95fc-3721b5914197");
        assertThat(ComplaintNumber.of(SECRET, id).text()).isEqualTo("81NP-VP41-8S6X-X");
        assertThat(ReceiptKey.of(SECRET, id, new byte[] {1}).reveal()).isEqualTo("KKVZ3-ESJ7V-CZNMD-B55TC-R");
        assertThat(ReceiptKey.of(SECRET, id, new byte[] {1}).statusKey(SECRET))
                .isEqualTo("23600ec3947e642549745d6270992eeabf7e85a482b8f4167569277484277020");
        assertThat(DeterministicId.of("a", "b")).isEqualTo("16275ef0-f5d0-8b9d-b678-294c9dd527f6");
    }

    @Test
    void anIdIsAUuidOfVersionEight() {
        UUID id = UUID.fromString(ComplaintId.of(SECRET, "HOTLINE", "", "key-1"));

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void channelClientAndKeyEachMakeAnotherComplaint() {
        assertThat(ComplaintId.of(SECRET, "HOTLINE", "c", "k"))
                .isNotEqualTo(ComplaintId.of(SECRET, "VISIT", "c", "k"))
                .isNotEqualTo(ComplaintId.of(SECRET, "HOTLINE", "d", "k"))
                .isNotEqualTo(ComplaintId.of(SECRET, "HOTLINE", "c", "l"))
                .isNotEqualTo(ComplaintId.of(SECRET, "HOTLINE", "ck", ""));
    }

    @Test
    void anotherBodyGivesAnotherReceiptKey() {
        assertThat(ReceiptKey.of(SECRET, "id", new byte[] {1}).reveal())
                .isNotEqualTo(ReceiptKey.of(SECRET, "id", new byte[] {2}).reveal());
    }

    @Property
    void whatIsSaidIsRead(@ForAll String id) {
        ComplaintNumber number = ComplaintNumber.of(SECRET, id);
        String said = number.text()
                .toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replace('0', 'o')
                .replace('1', 'l');

        assertThat(ComplaintNumber.parse(said)).contains(number);
    }

    @Property
    void oneWrongCharacterIsNoticed(
            @ForAll String id, @ForAll @IntRange(max = 12) int at, @ForAll @IntRange(max = 31) int wrong) {
        String code = ComplaintNumber.of(SECRET, id).text().replace("-", "");
        StringBuilder misheard = new StringBuilder(code);
        misheard.setCharAt(at, ALPHABET.charAt(wrong));

        assertThat(ComplaintNumber.parse(misheard.toString()).isPresent())
                .isEqualTo(misheard.toString().equals(code));
    }

    @Property
    void twoNeighboursSwappedAreNoticed(@ForAll String id, @ForAll @IntRange(max = 11) int at) {
        String code = ComplaintNumber.of(SECRET, id).text().replace("-", "");
        StringBuilder swapped = new StringBuilder(code);
        swapped.setCharAt(at, code.charAt(at + 1));
        swapped.setCharAt(at + 1, code.charAt(at));

        assertThat(ComplaintNumber.parse(swapped.toString()).isPresent())
                .isEqualTo(swapped.toString().equals(code));
    }

    @Test
    void aReceiptKeyHasAHundredBitsAndHidesItself() {
        ReceiptKey key = ReceiptKey.of(SECRET, "id", new byte[] {1});

        assertThat(key.reveal().replace("-", "")).hasSize(21);
        assertThat(key.toString()).doesNotContain(key.reveal());
        assertThat(ReceiptKey.parse(key.reveal().toLowerCase(Locale.ROOT)).map(ReceiptKey::reveal))
                .contains(key.reveal());
        assertThat(ReceiptKey.parse("no key at all")).isEmpty();
    }

    @Test
    void aShortSecretIsRefusedWithoutRepeatingIt(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("secret");
        Files.writeString(file, "abcdef\n");

        assertThatThrownBy(() -> PermanentSecret.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aryz keys init")
                .hasMessageNotContaining("abcdef");
    }
}
