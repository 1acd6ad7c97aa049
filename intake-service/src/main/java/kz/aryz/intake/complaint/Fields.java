package kz.aryz.intake.complaint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.aryz.intake.json.Json;
import kz.aryz.schema.GivenTime;
import org.jspecify.annotations.Nullable;

/**
 * Takes the known fields out of a JSON object, leniently: a value of the wrong type is kept in its field where its
 * letters fit, and among the leftovers where they do not. {@link #close} keeps what nobody took. Not thread-safe.
 */
final class Fields implements AutoCloseable {

    /** Entries of a list that are taken apart; each makes a record of its own, larger than its letters. */
    static final int MOST_ENTRIES = 500;

    /** The same for a list in an entry of another: the two multiply. */
    static final int MOST_INNER_ENTRIES = 50;

    private final String path;
    private final Map<String, Deque<Json>> left;
    private final Map<String, Leftovers> taken;
    private final Gaps gaps;
    private final Leftovers leftovers;
    private final TimeReading times;

    Fields(Json.Obj object, Gaps gaps, Leftovers leftovers, TimeReading times) {
        this("", object, gaps, leftovers, times);
    }

    private Fields(String path, Json.Obj object, Gaps gaps, Leftovers leftovers, TimeReading times) {
        this(path, byName(object), new HashMap<>(), gaps, leftovers, times);
    }

    private Fields(
            String path,
            Map<String, Deque<Json>> left,
            Map<String, Leftovers> taken,
            Gaps gaps,
            Leftovers leftovers,
            TimeReading times) {
        this.path = path;
        this.left = left;
        this.taken = taken;
        this.gaps = gaps;
        this.leftovers = leftovers;
        this.times = times;
    }

    private static Map<String, Deque<Json>> byName(Json.Obj object) {
        Map<String, Deque<Json>> byName = new LinkedHashMap<>();
        object.members()
                .forEach(member -> byName.computeIfAbsent(member.name(), any -> new ArrayDeque<>())
                        .add(member.value()));
        return byName;
    }

    /** Path of a field of this object as gaps name it. */
    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    void gap(GapCode code, String name) {
        gaps.add(code, path(name));
    }

    /** Whether anything but blanks is under the name, of whatever type; takes nothing. */
    boolean says(String name) {
        return left.getOrDefault(name, new ArrayDeque<>()).stream().anyMatch(Content::isIn);
    }

    /** Text; a number or a truth value by its letters. */
    @Nullable
    String text(String name) {
        return text(name, take(name));
    }

    /** Text, or the other text where there is none. */
    String textOr(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    /** Text that should be one of the codes. */
    @Nullable
    String code(String name, Predicate<String> known) {
        String code = text(name);
        if (code != null && !code.isBlank() && !known.test(code)) {
            gap(GapCode.UNKNOWN_CODE, name);
        }
        return code;
    }

    /** Text that should be one of the codes, where none means unknown. */
    String codeOrUnknown(String name, Predicate<String> known) {
        String code = code(name, known);
        return code == null ? Taxonomy.UNKNOWN : code;
    }

    /** Texts; a single value counts as a list of one. */
    List<String> texts(String name) {
        return codes(name, any -> true);
    }

    /** Texts that should be among the codes; a single value counts as a list of one. */
    List<String> codes(String name, Predicate<String> known) {
        List<String> codes = new ArrayList<>();
        int index = 0;
        for (Json item : items(name)) {
            String entry = name + "[" + index++ + "]";
            String code = text(entry, item);
            if (code != null) {
                codes.add(code);
                if (!known.test(code)) {
                    gap(GapCode.UNKNOWN_CODE, entry);
                }
            }
        }
        return codes;
    }

    /** True or false; their names as text are understood too. */
    @Nullable
    Boolean flag(String name) {
        Json value = take(name);
        return switch (value) {
            case Json.Null nothing -> null;
            case Json.Bool bool -> bool.value();
            case Json.Text text -> flag(name, text);
            case Json.Obj other -> wrongType(name, other);
            case Json.Arr other -> wrongType(name, other);
            case Json.Num other -> wrongType(name, other);
        };
    }

    /** A whole number of at most nine digits. */
    @Nullable
    Integer integer(String name) {
        Json value = take(name);
        if (value instanceof Json.Num number && number.letters().matches("-?\\d{1,9}")) {
            return Integer.valueOf(number.letters());
        }
        return value instanceof Json.Null ? null : wrongType(name, value);
    }

    /** A number that a double holds as it is. */
    @Nullable
    Double decimal(String name) {
        Json value = take(name);
        if (value instanceof Json.Num number && number.letters().matches("-?\\d{1,9}(\\.\\d{1,3})?")) {
            return Double.valueOf(number.letters());
        }
        return value instanceof Json.Null ? null : wrongType(name, value);
    }

    /** A time by its letters, with the instant it means where that is clear. */
    @Nullable
    GivenTime time(String name) {
        String asGiven = text(name);
        if (asGiven == null || asGiven.isBlank()) {
            return null;
        }
        return checkTime(name, asGiven);
    }

    /** The time a text means; notes it where it means none, or one to come. */
    GivenTime checkTime(String name, String asGiven) {
        GivenTime time = times.read(asGiven);
        if (time.getInstant() == null) {
            gap(GapCode.UNREADABLE_TIME, name);
        } else if (times.isInFuture(time)) {
            gap(GapCode.IN_FUTURE, name);
        }
        return time;
    }

    /** Notes a day of birth that is to come, and a text that tells neither when somebody was born nor how old they are. */
    void checkBirthDate(String name, String asGiven) {
        if (times.read(asGiven).getInstant() != null || ageBand(asGiven).isEmpty()) {
            checkTime(name, asGiven);
        }
    }

    /** Whether a text means one day. */
    boolean isDay(String asGiven) {
        GivenTime time = times.read(asGiven);
        return time.getInstant() != null && !time.getPrecision().equals("MONTH");
    }

    /** The band of age, on the day of receipt, of somebody of whom the text tells when they were born or how old they are. */
    Optional<String> ageBand(String birthDateOrAge) {
        return new AgeReading(times).band(birthDateOrAge);
    }

    /** Keeps a text for which there is no room in its field. */
    void keep(String name, String text) {
        leftovers.add(path, name, new Json.Text(text));
    }

    /** An object; null where there is none. */
    @Nullable
    Fields object(String name) {
        Json value = take(name);
        return switch (value) {
            case Json.Obj object -> new Fields(path(name), object, gaps, leftovers, times);
            case Json.Null nothing -> null;
            case Json.Arr other -> wrongType(name, other);
            case Json.Text other -> wrongType(name, other);
            case Json.Num other -> wrongType(name, other);
            case Json.Bool other -> wrongType(name, other);
        };
    }

    /** Objects; a single one counts as a list of one. */
    List<Fields> objects(String name) {
        List<Json> items = items(name);
        List<Fields> objects = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            String entry = name + "[" + index + "]";
            switch (items.get(index)) {
                case Json.Obj object -> objects.add(new Fields(path(entry), object, gaps, leftovers, times));
                case Json.Null nothing -> {}
                case Json.Arr other -> wrongType(entry, other);
                case Json.Text other -> wrongType(entry, other);
                case Json.Num other -> wrongType(entry, other);
                case Json.Bool other -> wrongType(entry, other);
            }
        }
        return objects;
    }

    /** This same object, where what does not fit the fields taken through the view is left over elsewhere. */
    Fields leavingTo(Leftovers other) {
        return new Fields(path, left, taken, gaps, other, times);
    }

    @Override
    public void close() {
        left.forEach((name, values) -> values.forEach(value -> leaveOver(name, value)));
    }

    private void leaveOver(String name, Json value) {
        taken.getOrDefault(name, leftovers).add(path, name, value);
        if (taken.containsKey(name)) {
            gap(GapCode.REPEATED_FIELD, name);
        } else {
            gaps.add(GapCode.UNKNOWN_FIELD, path);
        }
    }

    private Json take(String name) {
        Deque<Json> values = left.get(name);
        if (values == null) {
            return new Json.Null();
        }
        Json last = values.removeLast();
        if (values.isEmpty()) {
            left.remove(name);
        }
        taken.put(name, leftovers);
        return last;
    }

    private List<Json> items(String name) {
        return switch (take(name)) {
            case Json.Null nothing -> List.of();
            case Json.Arr array -> firstEntries(name, array.items());
            case Json.Obj single -> listOfOne(name, single);
            case Json.Text single -> listOfOne(name, single);
            case Json.Num single -> listOfOne(name, single);
            case Json.Bool single -> listOfOne(name, single);
        };
    }

    private List<Json> listOfOne(String name, Json single) {
        gap(GapCode.WRONG_TYPE, name);
        return List.of(single);
    }

    private List<Json> firstEntries(String name, List<Json> items) {
        int most = isInAnEntry() ? MOST_INNER_ENTRIES : MOST_ENTRIES;
        if (items.size() <= most) {
            return items;
        }
        gap(GapCode.TOO_MANY, name);
        leftovers.add(path, name, new Json.Arr(items.subList(most, items.size())));
        return items.subList(0, most);
    }

    private boolean isInAnEntry() {
        return path.indexOf('[') >= 0;
    }

    private @Nullable String text(String name, Json value) {
        return switch (value) {
            case Json.Text text -> wellFormed(name, text);
            case Json.Num number -> letters(name, number.letters());
            case Json.Bool bool -> letters(name, String.valueOf(bool.value()));
            case Json.Null nothing -> null;
            case Json.Obj other -> wrongType(name, other);
            case Json.Arr other -> wrongType(name, other);
        };
    }

    private String letters(String name, String letters) {
        gap(GapCode.WRONG_TYPE, name);
        return letters;
    }

    /** Half a surrogate pair cannot be carried as UTF-8; the text as it came is kept among the leftovers. */
    private String wellFormed(String name, Json.Text text) {
        String wellFormed = text.value()
                .codePoints()
                .map(Fields::replaceHalfAPair)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (!wellFormed.equals(text.value())) {
            gap(GapCode.UNREADABLE_CHARACTERS, name);
            leftovers.add(path, name, text);
        }
        return wellFormed;
    }

    private static int replaceHalfAPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? 0xFFFD : codePoint;
    }

    private @Nullable Boolean flag(String name, Json.Text text) {
        wrongType(name, text);
        return switch (text.value().strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // it is always null, which is of every type
    private <T> @Nullable T wrongType(String name, Json value) {
        gap(GapCode.WRONG_TYPE, name);
        leftovers.add(path, name, value);
        return null;
    }
}
