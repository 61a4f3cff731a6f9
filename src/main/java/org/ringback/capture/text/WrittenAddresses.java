package org.ringback.capture.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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
            // FRITZ!Box; sipXecs; Expressway
            Pattern.compile(V4 + "%\\d{1,4}:(\\d{1,5})\\b"),
            Pattern.compile("(?<=Host: ?)(\\d{1,3}(?:\\.\\d{1,3}){3})-{2,8} Port: (\\d{1,5})(?=-)"),
            Pattern.compile(V4 + "\" {1,3}[A-Za-z]{2,12}-port=\"(\\d{1,5})(?=\")"),
            // tcpdump
            Pattern.compile(
                    "(?<![\\w.:\\[])((?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4})\\.(\\d{4,5})(?=[\\s:,]{1,2}|$)"),
            // Qt
            Pattern.compile("QHostAddress\\(\"([0-9A-Fa-f.:]{3,45})\"\\),? ?(\\d{1,5})\\b"),
            // Java
            Pattern.compile("(?<![\\w/.:-])/(\\d{1,3}(?:\\.\\d{1,3}){3}):(\\d{1,5})\\b"),
            Pattern.compile(V4 + ":?(?:\\[| \\()(\\d{3,5})[\\])]"),
            Pattern.compile(V4 + ",? (?:on )?[Pp]ort[ :=]{1,2}(\\d{1,5})\\b"),
            // Nothing behind it, so that it counts no bytes
            Pattern.compile(V4 + "[ ,] ?(\\d{4,5})(?=[:;,\\s]{0,4}$)"));

    private WrittenAddresses() {}

    /** As calls of the system are traced: the port first. */
    private static final Pattern OF_SYSTEM =
            Pattern.compile("sin6?_port=htons\\((\\d{1,5})\\),[^()]{0,40}\\binet_(?:addr|pton)\\((?:AF_INET6?,"
                    + " )?\"([0-9A-Fa-f.:]{3,45})\"");

    /** tcpflow fills up all numbers with zeros. */
    private static final Pattern FILLED = Pattern.compile(
            "(?<![\\w.-])(\\d{3}(?:\\.\\d{3}){3})\\.(\\d{5})-(\\d{3}(?:\\.\\d{3}){3})\\.(\\d{5})(?![\\d.])");

    private static final Pattern ZEROS = Pattern.compile("(?<!\\d)0{1,4}(?=\\d)");

    static String plain(String line) {
        String plain = line;
        if (line.contains("_port=htons(")) {
            plain = OF_SYSTEM.matcher(plain).replaceAll(WrittenAddresses::ofSystem);
        }
        Matcher filled = FILLED.matcher(plain);
        if (filled.find()) {
            plain = filled.replaceAll(
                    all -> ZEROS.matcher(all.group(1) + ":" + all.group(2) + " -> " + all.group(3) + ":" + all.group(4))
                            .replaceAll(""));
        }
        for (Pattern form : FORMS) {
            plain = form.matcher(plain).replaceAll(WrittenAddresses::joined);
        }
        return plain;
    }

    private static String ofSystem(MatchResult written) {
        boolean v6 = written.group(2).indexOf(':') >= 0;
        return " " + (v6 ? "[" + written.group(2) + "]" : written.group(2)) + ":" + written.group(1) + " ";
    }

    private static String joined(MatchResult written) {
        boolean v6 = written.group(1).indexOf(':') >= 0;
        return v6 ? "[" + written.group(1) + "]:" + written.group(2) : written.group(1) + ":" + written.group(2);
    }
}
