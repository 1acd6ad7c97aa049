package kz.aryz.system.signin;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import kz.aryz.quickstart.Aryz;

/**
 * What a command of {@code aryz} said.
 *
 * @param code how it ended
 * @param out its output
 * @param err its complaints
 */
public record Said(int code, String out, String err) {

    public static Said by(Stream<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Aryz.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }

    public static Said by(String... arguments) {
        return by(Stream.of(arguments));
    }
}
