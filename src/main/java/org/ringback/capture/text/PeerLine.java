package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line before a message that tells whether the message was sent or received, and the other side. The pattern has groups of
 * these names: {@code in} for the word that means received, {@code transport}, {@code peer} for an address with its port or
 * {@code host} and {@code port}, and {@code length} in bytes if the line tells it.
 */
abstract class PeerLine implements LogShape {

    private final Pattern pattern;
    private final List<String> words;
    private final boolean apart;
    private final boolean measured;

    /** @param words one of which stands in each such line */
    PeerLine(String pattern, String... words) {
        this.pattern = Pattern.compile(pattern);
        this.words = List.of(words);
        apart = this.pattern.namedGroups().containsKey("host");
        measured = this.pattern.namedGroups().containsKey("length");
    }

    @Override
    public final List<String> words() {
        return words;
    }

    @Override
    public final Frame frame(String line, String previous, LogClock clock) {
        Matcher found = pattern.matcher(line);
        if (!found.find()) {
            return null;
        }
        Frame frame = Frame.with(
                time(found, line, previous, clock),
                found.group("in") != null,
                apart
                        ? Addresses.of(found.group("host"), found.group("port"))
                        : Addresses.endpoint(found.group("peer")),
                Addresses.transport(found.group("transport")));
        return measured ? frame.ofBytes(Long.parseLong(found.group("length"))) : frame;
    }

    /** When: most write it in this line, or in the one before. */
    long time(Matcher found, String line, String previous, LogClock clock) {
        return clock.startOf(line, previous);
    }
}
