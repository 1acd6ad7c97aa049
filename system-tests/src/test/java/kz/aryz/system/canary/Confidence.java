package kz.aryz.system.canary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a complainant says in confidence, in every field that takes free text, known or not. */
final class Confidence {

    static final String PHRASE = "Заставляли петь канарейкой в подвале";
    static final String NAME = "Канарейкина Неповторима Тестовна";
    static final String IIN = "870314409713";
    static final String PHONE = "+77017654309";
    static final String EMAIL = "kanareika.7731@example.kz";
    static final String CODE = "KANAREIKA-CODE-5521";
    static final String FIELD = "kanareikaField9917";
    static final String KEY = "kanareika-key-4471";

    private Confidence() {}

    /** A complaint under a consent to transmit; the same one each time. */
    static String complaint(String consent) {
        return """
            {
              "channel": "WEB_FORM", "language": "ru", "clientMessageId": "%1$s-%2$s",
              "narrative": "%3$s", "placeDetail": "%3$s", "objectsUsed": "%3$s",
              "declaredTypes": ["TORTURE", "%8$s"], "methods": ["%8$s"],
              "facilityCode": "%8$s", "regionCode": "%8$s", "accusedBodyCodes": ["MIA", "%8$s"],
              "incidentFrom": "%3$s", "incidentTo": {"%9$s": "%3$s"}, "ongoing": "%3$s", "inCustodyNow": true,
              "complainant": {
                "relation": "%8$s", "fullName": "%4$s", "iin": "%5$s", "phone": "%6$s", "email": "%7$s",
                "safeContact": "%8$s", "%9$s": "%3$s"
              },
              "victims": [{
                "fullName": "%4$s", "iin": "%5$s", "birthDate": "%3$s", "sex": "%8$s", "custodyStatus": "SIZO",
                "facilityCode": "%8$s", "%9$s": {"%9$s": "%3$s"}
              }],
              "witnesses": [{"fullName": "%4$s"}, "%3$s"],
              "consents": {"transmitToProsecutor": "%2$s", "shareWithCommissioner": "%8$s"},
              "%9$s": ["%3$s"]
            }""".formatted(KEY, consent, PHRASE, NAME, IIN, PHONE, EMAIL, CODE, FIELD);
    }

    /** What the web form sends. */
    static String form() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("clientId", KEY);
        fields.put("types", "TORTURE");
        for (String field : List.of("narrative", "placeDetail", "incidentFrom", "accusedDescription", FIELD)) {
            fields.put(field, PHRASE);
        }
        for (String field : List.of("fullName", "victimName")) {
            fields.put(field, NAME);
        }
        fields.put("victimIin", IIN);
        fields.put("phone", PHONE);
        fields.put("email", EMAIL);
        fields.put("facilityCode", CODE);
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static List<Canary> canaries() {
        return List.of(PHRASE, NAME, IIN, PHONE.substring(1), EMAIL, CODE, FIELD, KEY).stream()
                .map(Canary::new)
                .toList();
    }
}
