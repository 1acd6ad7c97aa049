package kz.aryz.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.ComplainantFacts;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.IntakeContext;
import kz.aryz.schema.NamedPerson;
import kz.aryz.schema.PersonIdentity;
import kz.aryz.sealing.Opening.Opened;

/** Sections and keys for the tests of sealing. */
final class Samples {

    static final String COMPLAINT = "0c7e2f4a-5a0e-8b3c-9f21-6b1f8f0a1c2d";
    static final String OTHER_COMPLAINT = "1d8f3050-6b1f-8c4d-a032-7c2090b12d3e";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
    static final Set<Recipient> EVERYBODY = EnumSet.allOf(Recipient.class);

    private Samples() {}

    static IdentitySection identity(String name) {
        PersonIdentity person = PersonIdentity.newBuilder()
                .setFullName(name)
                .setIin("900101300007")
                .build();
        return IdentitySection.newBuilder()
                .setComplainant(person)
                .setVictims(List.of(new NamedPerson("v1", person)))
                .build();
    }

    static AccountSection account(String narrative) {
        return AccountSection.newBuilder()
                .setNarrative(narrative)
                .setComplainant(ComplainantFacts.newBuilder().build())
                .setIntake(IntakeContext.newBuilder().build())
                .build();
    }

    static <T> T contentOf(Opening<?> opening, Class<T> type) {
        assertThat(opening).isInstanceOf(Opened.class);
        return type.cast(((Opened<?>) opening).content());
    }

    static ByteBuffer flip(ByteBuffer bytes, int bit) {
        byte[] flipped = new byte[bytes.remaining()];
        bytes.duplicate().get(flipped);
        flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return ByteBuffer.wrap(flipped);
    }
}
