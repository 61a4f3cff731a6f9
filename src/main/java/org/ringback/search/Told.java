package org.ringback.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A complaint as somebody told it whose codes are known, from {@code search/told_<language>.tsv}. It teaches the search what
 * speaks for these codes, and is never shown.
 *
 * @param codes one of which is meant
 */
record Told(List<Integer> codes, String words) {

    private static final Pattern TAB = Pattern.compile("\t");
    private static final Pattern COMMA = Pattern.compile(",");

    /** All that are known in a language, which may be none. */
    static List<Told> of(String tag) {
        String file = "/search/told_" + tag + ".tsv";
        try (InputStream in = Told.class.getResourceAsStream(file)) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(Told::read)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Told read(String line) {
        String[] parts = TAB.split(line, 2);
        return new Told(COMMA.splitAsStream(parts[0]).map(Integer::valueOf).toList(), parts[1]);
    }
}
