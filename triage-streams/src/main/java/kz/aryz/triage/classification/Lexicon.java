package kz.aryz.triage.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The words that torture is spoken of with, in Kazakh, Russian and English. Immutable. */
public final class Lexicon {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setTrim(true)
            .get();

    private final Map<String, List<Entry>> byFirstLetters = new HashMap<>();

    private Lexicon(List<Entry> entries) {
        entries.forEach(this::index);
    }

    /** The lexicon that comes with the service: kk.csv, ru.csv and en.csv beside this class. */
    public static Lexicon standard() {
        List<Entry> entries = new ArrayList<>();
        List.of("kk.csv", "ru.csv", "en.csv").forEach(file -> entries.addAll(resource(file)));
        return new Lexicon(entries);
    }

    /** The signs found in a text, in whichever of the languages and scripts. */
    Set<Sign> signs(String text) {
        Set<Sign> found = EnumSet.noneOf(Sign.class);
        List<String> words = Folding.words(text);
        for (int start = 0; start < words.size(); start++) {
            for (Entry entry : byFirstLetters.getOrDefault(firstLetters(words.get(start)), List.of())) {
                if (!found.contains(entry.sign()) && entry.phrase().matchesAt(words, start)) {
                    found.add(entry.sign());
                }
            }
        }
        return found;
    }

    private void index(Entry entry) {
        Set<String> keys = new LinkedHashSet<>();
        entry.phrase().first().stems().forEach(stem -> keys.add(firstLetters(stem.letters())));
        keys.forEach(key -> byFirstLetters
                .computeIfAbsent(key, letters -> new ArrayList<>())
                .add(entry));
    }

    private static String firstLetters(String word) {
        return word.substring(0, Math.min(2, word.length()));
    }

    private static List<Entry> resource(String file) {
        try (InputStream bytes = Objects.requireNonNull(Lexicon.class.getResourceAsStream(file), file);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return FORMAT.parse(reader).stream().map(Lexicon::entry).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static Entry entry(CSVRecord line) {
        return new Entry(Sign.valueOf(line.get("sign")), Phrase.parse(line.get("phrase")));
    }

    private record Entry(Sign sign, Phrase phrase) {}
}
