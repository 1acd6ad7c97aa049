package kz.aryz.intake.form;

import java.util.ArrayList;
import java.util.List;
import kz.aryz.intake.complaint.Content;
import kz.aryz.intake.json.Json;
import kz.aryz.runtime.http.Language;

/**
 * A form as the JSON message that a program would send: what was typed, under the names of the API. The same typing gives the
 * same JSON. What was left empty is not in it.
 *
 * @param json the message
 * @param typed the same by which a repetition is known: without the language of the page, which may be another one by then
 * @param tells whether anything in it could be a complaint
 */
public record FormMessage(Json.Obj json, Json.Obj typed, boolean tells) {

    /** Which wording of the consents was shown; to be raised with every change of their texts. */
    static final String CONSENT_TEXTS = "2026-2";

    /** Which wording of the consents was read out; likewise. */
    static final String CONSENT_TEXTS_ALOUD = "2026-2-aloud";

    /** Which wording of the consents was shown at a terminal; likewise. */
    static final String CONSENT_TEXTS_TERMINAL = "2026-2-terminal";

    /**
     * What people typed themselves, on a page that is shown in that language. What was typed at a terminal is the same message wherever
     * it is sent.
     */
    static FormMessage typed(Typed typed, Language shown) {
        if (typed.isFromTerminal()) {
            return takenDown(typed);
        }
        Json.Obj json = ofWebForm(typed, typed.sentIn(shown).code());
        return new FormMessage(json, ofWebForm(typed, ""), Content.isIn(json));
    }

    private static Json.Obj ofWebForm(Typed typed, String language) {
        Members message = new Members().put("channel", "WEB_FORM").put("language", language);
        return complaint(message, typed, consents(typed, "WEB_FORM", CONSENT_TEXTS));
    }

    /** What a clerk took down, or somebody typed at a terminal. A call that tells nothing but how it came is no complaint yet. */
    public static FormMessage takenDown(Typed typed) {
        Json.Obj json = takenDownAsJson(typed);
        return new FormMessage(json, json, Content.isIn(takenDownAsJson(typed.without(CallFields.NAMES))));
    }

    private static Json.Obj takenDownAsJson(Typed typed) {
        Members call = new Members();
        CallFields.OF_MESSAGE.forEach(field -> call.put(field, typed.value(field)));
        Members consents = typed.isFromTerminal()
                ? consents(typed, "WRITTEN", CONSENT_TEXTS_TERMINAL)
                : consents(typed, "ORAL", CONSENT_TEXTS_ALOUD);
        return complaint(call, typed, consents);
    }

    private static Json.Obj complaint(Members message, Typed typed, Members consents) {
        message.put("narrative", typed.value("narrative"))
                .put("declaredTypes", typed.values("types"))
                .put("accusedBodyCodes", typed.values("bodies"))
                .put("regionCode", typed.value("regionCode"))
                .put("facilityCode", typed.value("facilityCode"))
                .put("placeDetail", typed.value("placeDetail"))
                .put("incidentFrom", typed.value("incidentFrom"))
                .put("incidentTo", typed.value("incidentTo"))
                .flag("inCustodyNow", typed.value("inCustodyNow"))
                .flag("ongoing", typed.value("ongoing"))
                .put("complainant", complainant(typed))
                .put("consents", consents);
        message.list("accused", new Members().put("description", typed.value("accusedDescription")));
        message.list("victims", victim(typed));
        message.put("medical", new Members().flag("treatmentNeeded", typed.value("treatmentNeeded")));
        message.put("reprisal", new Members().flag("doNotContactAtFacility", typed.value("doNotContactAtFacility")));
        return message.object();
    }

    private static Members complainant(Typed typed) {
        return new Members()
                .put("relation", typed.has("harmed", "SELF") ? "SELF" : typed.value("relation"))
                .put("fullName", typed.value("fullName"))
                .put("phone", typed.value("phone"))
                .put("email", typed.value("email"))
                .put("safeContact", typed.value("safeContact"));
    }

    private static Members victim(Typed typed) {
        return new Members()
                .put("fullName", typed.value("victimName"))
                .put("birthDate", typed.value("victimBirthDate"))
                .put("iin", typed.value("victimIin"))
                .put("facilityCode", typed.value(CallFields.HELD_AT));
    }

    private static Members consents(Typed typed, String how, String textVersion) {
        return new Members()
                .put("transmitToProsecutor", answer(typed, "transmitToProsecutor"))
                .put("shareWithCommissioner", answer(typed, "shareWithCommissioner"))
                .put("how", how)
                .put("textVersion", textVersion);
    }

    private static String answer(Typed typed, String consent) {
        String answer = typed.value(consent);
        return answer.isBlank() ? "NOT_ASKED" : answer;
    }

    /** Never the content. */
    @Override
    public String toString() {
        return "FormMessage[redacted]";
    }

    /** The members of an object, without the empty ones. */
    private static final class Members {

        private final List<Json.Member> members = new ArrayList<>();

        Members put(String name, String value) {
            return value.isBlank() ? this : put(name, new Json.Text(value));
        }

        Members put(String name, List<String> values) {
            List<Json> texts = new ArrayList<>();
            values.stream()
                    .filter(value -> !value.isBlank())
                    .map(Json.Text::new)
                    .forEach(texts::add);
            return texts.isEmpty() ? this : put(name, new Json.Arr(texts));
        }

        Members put(String name, Members value) {
            return value.members.isEmpty() ? this : put(name, value.object());
        }

        Members flag(String name, String answer) {
            return switch (answer) {
                case "yes" -> put(name, new Json.Bool(true));
                case "no" -> put(name, new Json.Bool(false));
                default -> put(name, answer);
            };
        }

        Members list(String name, Members only) {
            return only.members.isEmpty() ? this : put(name, new Json.Arr(List.of(only.object())));
        }

        Json.Obj object() {
            return new Json.Obj(members);
        }

        private Members put(String name, Json value) {
            members.add(new Json.Member(name, value));
            return this;
        }
    }
}
