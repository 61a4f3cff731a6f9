package org.ringback.capture.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;

/** {@code ngrep -W byline}, with or without {@code -t}: a dot stands for every CR. */
final class NgrepByline implements LogShape {

    private static final Pattern LINE = Pattern.compile(
            "(?:^|[\\s>|+:;#*\"'\\]/=,\\[-])([UTS]) (?:\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{1,9}"
                    + " |\\+\\S{1,30} )?([^\\s]{3,120}:\\d{1,5}) (?:->|\u00e2\u0086\u0092) ([^\\s]{3,120}:\\d{1,5})(?:"
                    + " \\[[A-Z]{0,8}\\])?(?: #\\d{1,12})?\\s*$");

    @Override
    public List<String> words() {
        return List.of(" -> ", " \u00e2\u0086\u0092 ");
    }

    @Override
    public Frame frame(String line, String previous, LogClock clock) {
        if (!line.contains(" -> ") && !line.contains(" \u00e2\u0086\u0092 ")) {
            return null;
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return null;
        }
        Transport transport = switch (matcher.group(1)) {
            case "U" -> Transport.UDP;
            case "T" -> Transport.TCP;
            default -> Transport.SCTP;
        };
        return Frame.between(clock.startOf(line), endpoint(matcher.group(2)), endpoint(matcher.group(3)), transport)
                .withDots();
    }

    /** The port is always there, behind an address without brackets too. */
    private static Endpoint endpoint(String written) {
        int colon = written.lastIndexOf(':');
        return Addresses.of(
                written.substring(0, colon).replace("[", "").replace("]", ""), written.substring(colon + 1));
    }
}
