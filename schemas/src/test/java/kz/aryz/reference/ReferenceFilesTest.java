package kz.aryz.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.reference.ReferenceFiles.Reading;
import kz.aryz.schema.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFilesTest {

    private static final List<String> FILES = Stream.concat(
                    Table.all().stream().map(Table::file), Stream.of(Settings.FILE, ReferenceFiles.RELEASE_FILE))
            .toList();

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheBundledFiles() throws IOException {
        for (String file : FILES) {
            try (InputStream bytes = ReferenceFiles.class.getResourceAsStream(file)) {
                Files.copy(bytes, folder.resolve(file));
            }
        }
    }

    @Test
    void readsTheFilesThatComeWithAryz() {
        assertThat(ReferenceFiles.bundled()).isInstanceOf(Reading.Complete.class);
    }

    @Test
    void coversAllTwentyRegionsOfToday() {
        Reference reference = bundled();
        LocalDate today = LocalDate.of(2026, 1, 1);

        List<String> codes =
                reference.regions(today).stream().map(Region::getCode).toList();

        assertThat(codes).hasSize(20);
        assertThat(codes).allSatisfy(code -> {
            assertThat(reference.unit("PROS." + code, today)).isPresent();
            assertThat(reference.unit("ANTIKOR." + code, today)).isPresent();
            assertThat(reference.facilities(today))
                    .anyMatch(facility -> facility.getRegionCode().equals(code));
        });
    }

    @Test
    void knowsTheSeventeenRegionsOfJanuary2022() {
        assertThat(bundled().regions(LocalDate.of(2022, 1, 5))).hasSize(17);
    }

    @Test
    void namesTheFileAndTheLineOfEveryFaultAtOnce() throws IOException {
        append("bodies.csv", "GHOST,2020-01-01,,а,б,c,NOBODY,yes");
        append("facilities.csv", "KZ-75-X-1,2020-13-01,,а,б,c,IVS,KZ-75,MIA");
        append("units.csv", "PROS.X,2020-01-01,,а,б,c,,REGIONAL,KZ-99");

        assertThat(faults())
                .containsExactly(
                        "bodies.csv:%d: parent NOBODY is not in bodies.csv on 2020-01-01"
                                .formatted(lines("bodies.csv")),
                        "facilities.csv:%d: valid_from is not a date like 2022-06-08"
                                .formatted(lines("facilities.csv")),
                        "units.csv:%d: body is missing".formatted(lines("units.csv")));
    }

    @Test
    void reportsRowsOfOneCodeThatHoldOnTheSameDay() throws IOException {
        append("addressees.csv", "COMMISSIONER,2020-01-01,,а,б,c,RU,yes");

        assertThat(faults()).containsExactly("addressees.csv:3: COMMISSIONER holds already in line 2");
    }

    @Test
    void reportsCodesThatDifferInCaseOnly() throws IOException {
        append("addressees.csv", "Commissioner,2020-01-01,,а,б,c,RU,yes");
        append("bodies.csv", "X,2020-01-01,,а,б,c,knb,yes");

        assertThat(faults())
                .containsExactly(
                        "addressees.csv:3: Commissioner holds already in line 2",
                        "bodies.csv:%d: parent knb is not in bodies.csv on 2020-01-01".formatted(lines("bodies.csv")));
    }

    @Test
    void reportsAMissingNameInAnyLanguage() throws IOException {
        append("addressees.csv", "AUDITOR,2020-01-01,,,б,c,RU,no");

        assertThat(faults()).containsExactly("addressees.csv:3: name_kk is missing");
    }

    @Test
    void reportsABodyThatIsPartOfItself() throws IOException {
        append("bodies.csv", "P1,2020-01-01,,а,б,c,P2,no", "P2,2020-01-01,,а,б,c,P1,no");

        assertThat(faults()).anyMatch(fault -> fault.endsWith("P1 is part of itself"));
    }

    @Test
    void reportsAReferenceThatHoldsOnlyForPartOfTheTime() throws IOException {
        append("facilities.csv", "KZ-33-X-1,2020-01-01,,а,б,c,IVS,KZ-33,MIA");

        assertThat(faults())
                .containsExactly("facilities.csv:%d: region KZ-33 is not in regions.csv on 2020-01-01"
                        .formatted(lines("facilities.csv")));
    }

    @Test
    void reportsARowThatHoldsOnNoDay() throws IOException {
        append("facilities.csv", "KZ-75-X-1,2020-01-01,2020-01-01,а,б,c,IVS,KZ-75,MIA");

        assertThat(faults()).anyMatch(fault -> fault.endsWith("valid_to is not after valid_from"));
    }

    @Test
    void reportsARegionWithoutAProsecutorsUnit() throws IOException {
        append("regions.csv", "KZ-98,2020-01-01,,а,б,c,,");

        assertThat(faults())
                .containsExactly("regions.csv:%d: no unit PROS.KZ-98 in units.csv".formatted(lines("regions.csv")));
    }

    @Test
    void reportsAMissingSettingAndOneInTheWrongForm() throws IOException {
        replace(
                Settings.FILE,
                "KZ-2025-07,triage.key-patience,PT5M,POLICY",
                "KZ-2025-07,triage.key-patience,five,POLICY");
        replace(Settings.FILE, "KZ-2023,triage.key-patience,PT5M,POLICY\n", "");

        assertThat(faults())
                .containsExactly(
                        "profile-settings.csv:21: value of triage.key-patience is not an ISO 8601 duration like PT15M"
                                + " or P42D",
                        "profiles.csv:3: no setting triage.key-patience in profile-settings.csv");
    }

    @Test
    void reportsAGapBetweenProfiles() throws IOException {
        replace("profiles.csv", "KZ-2023,2023-01-01", "KZ-2023,2023-02-01");

        assertThat(faults()).containsExactly("profiles.csv:3: does not begin when the profile before it ends");
    }

    @Test
    void reportsAnAliasOfTwoRegions() throws IOException {
        replace("regions.csv", "KZ-AKM", "KZ-ALA");

        assertThat(faults()).anyMatch(fault -> fault.contains("alias KZ-ALA belongs to"));
    }

    @Test
    void reportsAMissingFileAWrongHeaderAndBrokenBytes() throws IOException {
        Files.delete(folder.resolve("release.csv"));
        replace("addressees.csv", "class_a", "class");
        Files.write(folder.resolve("profiles.csv"), new byte[] {'c', ',', (byte) 0xC3, '\n'});

        assertThat(faults())
                .contains(
                        "release.csv:1: the file is missing",
                        "addressees.csv:1: the columns must be"
                                + " code,valid_from,valid_to,name_kk,name_ru,name_en,language,class_a",
                        "profiles.csv:1: the file is not UTF-8");
    }

    @Test
    void reportsALineWithACellTooMany() throws IOException {
        append("profiles.csv", "KZ-X,2030-01-01,,extra");

        assertThat(faults()).containsExactly("profiles.csv:5: 4 cells where there are 3 columns");
    }

    private static Reference bundled() {
        return ((Reading.Complete) ReferenceFiles.bundled()).reference();
    }

    private List<String> faults() {
        return switch (ReferenceFiles.in(folder)) {
            case Reading.Faulty faulty ->
                faulty.faults().stream().map(Fault::toString).toList();
            case Reading.Complete complete -> List.of();
        };
    }

    private void append(String file, String... lines) throws IOException {
        String text = Stream.of(lines).map(line -> line + "\n").collect(Collectors.joining());
        Path path = folder.resolve(file);
        Files.writeString(path, Files.readString(path) + text);
    }

    private void replace(String file, String before, String after) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }

    private long lines(String file) throws IOException {
        return Files.readString(folder.resolve(file)).lines().count();
    }
}
