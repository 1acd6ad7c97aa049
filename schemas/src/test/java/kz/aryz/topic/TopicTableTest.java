package kz.aryz.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TopicTableTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- topics -->\n";
    private static final String END = "<!-- /topics -->";
    private static final String REGENERATE = "./mvnw -Dquick -pl schemas test -Dtest=TopicTableTest -Daryz.regenerate";

    @Test
    void theReadmeShowsTheCatalogue() throws IOException {
        if (System.getProperty("aryz.regenerate") != null) {
            Files.writeString(README, withTable(Files.readString(README)));
        }

        String readme = Files.readString(README);

        assertThat(readme).as("write the table anew with: %s", REGENERATE).isEqualTo(withTable(readme));
    }

    private static String withTable(String readme) {
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        return readme.substring(0, begin) + TopicTable.markdown() + readme.substring(end);
    }
}
