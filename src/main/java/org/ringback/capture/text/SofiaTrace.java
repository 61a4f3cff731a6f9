package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The trace of sofia-sip: FreeSWITCH's {@code sofia global siptrace on}, its dump files, and other programs that use it. */
final class SofiaTrace implements LogShape {

    private static final Pattern LINE =
            Pattern.compile("\\b(recv|send|sent) (\\d{1,9}) bytes (?:from|to) (\\w{2,4})/(\\S+) at ");

    @Override
    public List<String> words() {
        return List.of(" bytes ");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (!line.contains(" at ")) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        return Frame.with(
                        clock.after(line, matcher.end()),
                        matcher.group(1).equals("recv"),
                        Addresses.endpoint(matcher.group(4)),
                        Addresses.transport(matcher.group(3)))
                .ofBytes(Long.parseLong(matcher.group(2)));
    }
}
