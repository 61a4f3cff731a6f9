package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SIP motor's trace of Alcatel-Lucent's OmniPCX Enterprise: {@code SEND MESSAGE TO NETWORK (a:p [UDP]) (BUFF LEN = 905)},
 * the time in the line above, a rule before the message.
 */
final class AlcatelTrace implements LogShape {

    private static final Pattern LINE = Pattern.compile("\\b(SEND|RECEIVE) MESSAGE (?:TO|FROM) NETWORK"
            + " \\(([0-9A-Fa-f:.\\[\\]]{3,60}) ?\\[(UDP|TCP|TLS)\\]\\)");

    @Override
    public List<String> words() {
        return List.of("NETWORK (");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        return Frame.with(
                clock.startOf(line, previous),
                matcher.group(1).equals("RECEIVE"),
                Addresses.endpoint(matcher.group(2)),
                Addresses.transport(matcher.group(3)));
    }
}
