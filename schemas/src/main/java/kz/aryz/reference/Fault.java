package kz.aryz.reference;

import java.util.Comparator;

/**
 * Something wrong in a file, said so that it can be put right.
 *
 * @param file name of the file
 * @param line number of the line, from 1
 * @param message what is wrong
 */
public record Fault(String file, long line, String message) implements Comparable<Fault> {

    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::file).thenComparingLong(Fault::line).thenComparing(Fault::message);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
