package kz.aryz.quickstart.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kz.aryz.reference.Reference;
import kz.aryz.schema.Body;
import kz.aryz.schema.Facility;

/**
 * Complaints that nobody made: as many as detainees made after January 2022, the same ones for the same seed. Names are
 * words, numbers are impossible ones.
 */
final class SyntheticComplaints {

    /** Complaints of detainees that were reported for January 2022. */
    static final int JANUARY_2022 = 305;

    private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 5);
    private static final int DAYS = 12;
    private static final List<String> CHANNELS = List.of("WEB_FORM", "HOTLINE", "VISIT");
    private static final List<String> CUSTODY = List.of("POLICE_HELD", "IVS", "SIZO", "ADMIN_ARREST", "FREE");
    private static final List<String> RELATIONS = List.of("SELF", "PARENT", "SPOUSE", "SIBLING", "LAWYER", "MONITOR");
    private static final List<String> ACCUSED = List.of("MIA", "MIA", "MIA", "KNB", "NATIONAL_GUARD", "ARMY", "KUIS");

    private final Reference reference;
    private final List<Narrative> narratives;
    private final Random random;
    private final ObjectMapper json = new ObjectMapper();

    SyntheticComplaints(Reference reference, List<Narrative> narratives, long seed) {
        this.reference = reference;
        this.narratives = narratives;
        this.random = new Random(seed);
    }

    /** The complaints, as bodies of {@code POST /api/v1/complaints}. */
    List<ObjectNode> make(int count) {
        List<Facility> facilities = reference.facilities(FIRST_DAY);
        List<ObjectNode> complaints = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            complaints.add(complaint(number, facilities.get(number % facilities.size())));
        }
        return complaints;
    }

    private ObjectNode complaint(int number, Facility facility) {
        Narrative narrative = pick(narratives);
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        boolean inCustody = random.nextInt(10) < 7;
        ObjectNode complaint = json.createObjectNode();
        complaint.put("channel", CHANNELS.get(number % CHANNELS.size()));
        complaint.put("language", narrative.language());
        complaint.put("narrative", narrative.text());
        if (random.nextInt(10) == 0) {
            complaint.put("massEventCode", "KZ-2022-01");
        }
        complaint.put("incidentFrom", day.toString());
        complaint.put("inCustodyNow", inCustody);
        where(complaint, facility);
        types(complaint, narrative);
        accused(complaint);
        people(complaint, number, facility, inCustody);
        consents(complaint);
        return complaint;
    }

    private void where(ObjectNode complaint, Facility facility) {
        if (random.nextInt(10) < 9) {
            complaint.put("facilityCode", facility.getCode());
        }
        if (random.nextInt(10) < 8) {
            complaint.put("regionCode", facility.getRegionCode());
        }
    }

    private void types(ObjectNode complaint, Narrative narrative) {
        if (random.nextInt(10) < 6) {
            complaint.putArray("declaredTypes").add(narrative.kind().allegationType());
        }
    }

    private void accused(ObjectNode complaint) {
        if (random.nextInt(10) < 7) {
            String code = pick(ACCUSED);
            if (reference.body(code, FIRST_DAY).map(Body::getCode).isPresent()) {
                complaint.putArray("accusedBodyCodes").add(code);
            }
        }
    }

    private void people(ObjectNode complaint, int number, Facility facility, boolean inCustody) {
        ObjectNode complainant = complaint.putObject("complainant");
        complainant.put("relation", pick(RELATIONS));
        if (random.nextInt(10) < 8) {
            complainant.put("fullName", "Demo Complainant " + number);
            complainant.put("phone", "+7 000 000 " + String.format("%04d", number));
        }
        ArrayNode victims = complaint.putArray("victims");
        ObjectNode victim = victims.addObject();
        victim.put("fullName", "Demo Victim " + number);
        victim.put(
                "birthDate",
                LocalDate.of(1960 + random.nextInt(48), 1 + random.nextInt(12), 1)
                        .toString());
        victim.put("sex", random.nextInt(10) < 8 ? "MALE" : "FEMALE");
        victim.put("custodyStatus", inCustody ? CUSTODY.get(random.nextInt(CUSTODY.size() - 1)) : "FREE");
        victim.put("facilityCode", facility.getCode());
    }

    private void consents(ObjectNode complaint) {
        ObjectNode consents = complaint.putObject("consents");
        int answer = random.nextInt(10);
        consents.put("transmitToProsecutor", answer < 7 ? "GIVEN" : answer < 9 ? "REFUSED" : "NOT_ASKED");
        consents.put("shareWithCommissioner", "GIVEN");
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
