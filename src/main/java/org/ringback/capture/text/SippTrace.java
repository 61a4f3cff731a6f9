package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** {@code sipp -trace_msg}: a line of dashes with the time, then what was sent or received; no addresses. */
final class SippTrace implements LogShape {

    private static final String DASHES = "----------";

    private static final Pattern LINE = Pattern.compile(
            "(?:^|[\\s>|:;#*/\"'\\]+-])(\\w{2,4}) message (?:sent|received) [(\\[](\\d{1,9})(?:\\]| bytes)");

    @Override
    public List<String> words() {
        return List.of(" message ");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        int dashes = previous.indexOf(DASHES);
        Stamp stamp = dashes < 0 ? null : Stamp.in(previous, dashes, previous.length());
        return Frame.with(
                        stamp != null ? clock.micros(stamp) : clock.startOf(line),
                        line.contains(" message received "),
                        Endpoint.UNKNOWN,
                        matcher.group(1).startsWith("UDP") ? Transport.UDP : Addresses.transport(matcher.group(1)))
                .ofBytes(Long.parseLong(matcher.group(2)));
    }
}
