package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log of pjsua and of other programs on PJSIP. It has times of day only and does not name its own address. */
final class PjsuaLog implements LogShape {

    private static final Pattern LINE = Pattern.compile(
            "(RX|TX) (\\d{1,9}) bytes (?:Request|Response) msg \\S+ \\(\\S+\\) (?:from|to) (\\w{2,4}) (\\S+):$");

    @Override
    public List<String> words() {
        return List.of(" msg ");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        Matcher matcher = LINE.matcher(line.stripTrailing());
        if (!matcher.find()) {
            return null;
        }
        return Frame.with(
                        clock.startOf(line),
                        matcher.group(1).equals("RX"),
                        Addresses.endpoint(matcher.group(4)),
                        Addresses.transport(matcher.group(3)))
                .ofBytes(Long.parseLong(matcher.group(2)));
    }
}
