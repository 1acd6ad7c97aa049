package kz.aryz.intake.complaint;

import java.time.Instant;
import java.util.List;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.Channel;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Gap;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.Language;

/**
 * A complaint as it was understood: what stands in clear, the two sections to be sealed, and the gaps.
 *
 * @param receivedAt the time of receipt it was understood at
 * @param transmitToProsecutor consent to hand the identity to the prosecution
 * @param shareWithCommissioner consent to share the identity with the Commissioner
 */
public record Complaint(
        Instant receivedAt,
        Channel channel,
        Language language,
        ConsentValue transmitToProsecutor,
        ConsentValue shareWithCommissioner,
        AccountSection account,
        IdentitySection identity,
        List<Gap> gaps) {

    public Complaint {
        gaps = List.copyOf(gaps);
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "Complaint[" + gaps.size() + " gaps]";
    }
}
