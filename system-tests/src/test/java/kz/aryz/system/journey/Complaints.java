package kz.aryz.system.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Complaints as a client sends them. All are of class A. */
public final class Complaints {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> STORIES = Map.of(
            "kk", "Бөлімде бірнеше сағат бойы таяқпен ұрып, электр тогымен қинады.",
            "ru", "В отделе меня несколько часов избивали дубинками и пытали током.",
            "en", "They beat me with batons for hours and tortured me with electric shocks.");

    private Complaints() {}

    /** Torture in a police cell of Almaty, with consent to transmit: a case for the special or a regional prosecutor. */
    public static ObjectNode torture(String channel, String language) {
        ObjectNode complaint = JSON.createObjectNode();
        complaint.put("channel", channel);
        complaint.put("language", language);
        complaint.put("narrative", STORIES.getOrDefault(language, ""));
        complaint.putArray("declaredTypes").add("TORTURE");
        complaint.putArray("accusedBodyCodes").add("MIA");
        complaint.put("regionCode", "KZ-75");
        complaint.putObject("consents").put("transmitToProsecutor", "GIVEN");
        return complaint;
    }
}
