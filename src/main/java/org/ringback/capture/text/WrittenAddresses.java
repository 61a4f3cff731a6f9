package org.ringback.capture.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Addresses with their ports as programs print them, each written as {@code address:port}. */
final class WrittenAddresses {

    private static final String V4 = "(?<![\\w.:-])(\\d{1,3}(?:\\.\\d{1,3}){3})";

    /** An address in the first group and its port in the second. */
    private static final List<Pattern> FORMS = List.of(
            // Python
            Pattern.compile(
                    "\\(['\"](\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f:]{2,45})['\"], ?(\\d{1,5})(?:, ?\\d{1,9}){0,2}\\)"),
            Pattern.compile(V4 + "[/#](\\d{3,5})(?![\\w./])"),
            Pattern.compile(V4 + "(?:\\[| \\()(\\d{3,5})[\\])]"),
            Pattern.compile(V4 + ",? (?:on )?[Pp]ort[ :=]{1,2}(\\d{1,5})\\b"),
            // Nothing behind it, so that it counts no bytes
            Pattern.compile(V4 + "[ ,] ?(\\d{4,5})(?=[:;,\\s]{0,4}$)"));

    private WrittenAddresses() {}

    static String plain(String line) {
        String plain = line;
        for (Pattern form : FORMS) {
            plain = form.matcher(plain).replaceAll(WrittenAddresses::joined);
        }
        return plain;
    }

    private static String joined(MatchResult written) {
        boolean v6 = written.group(1).indexOf(':') >= 0;
        return v6 ? "[" + written.group(1) + "]:" + written.group(2) : written.group(1) + ":" + written.group(2);
    }
}
