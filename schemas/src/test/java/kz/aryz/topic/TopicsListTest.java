package kz.aryz.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TopicsListTest {

    @Test
    void printsOneObjectALine() throws IOException {
        StringWriter out = new StringWriter();

        int exitCode = new CommandLine(new TopicsCommand())
                .setOut(new PrintWriter(out))
                .execute("list", "--json");

        assertThat(exitCode).isZero();
        assertThat(out.toString().lines()).hasSize(Topics.all().size() + 1);
        JsonNode first =
                new ObjectMapper().readTree(out.toString().lines().findFirst().orElseThrow());
        assertThat(first.path("name").asText()).isEqualTo("complaints.submissions");
        assertThat(first.path("configs").path("retention.ms").asText()).isEqualTo("-1");
    }
}
