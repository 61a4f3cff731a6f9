package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records of what a mobile phone and its network have said to each other in SIP, as Qualcomm's tools print them: a line with the
 * time and {@code IMS Message}, some lines with names and values, then the message.
 */
final class AirMessages implements Wrapping {

    private static final Pattern HEAD =
            Pattern.compile("^(\\d{4} [A-Z][a-z]{2} {1,2}\\d{1,2} {1,2}\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?)"
                    + " .{0,40}\\b0x[0-9A-F]{4}\\b.{0,20}\\bIMS\\b");
    private static final Pattern DIRECTION =
            Pattern.compile("^\\s{0,12}Direction\\s{0,12}= (?:UE_TO_NETWORK|(NETWORK_TO_UE))");

    /** No record says more before its message. */
    private static final int MOST = 24;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        int head = -1;
        String side = "";
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            String line = row.text();
            if (line.contains("IMS") && HEAD.matcher(line).find()) {
                head = i;
                side = "? -> ?";
            }
            Matcher direction = head >= 0 && line.contains("Direction") ? DIRECTION.matcher(line) : null;
            if (direction != null && direction.find()) {
                side = direction.group(1) == null ? "* -> ?" : "? -> *";
            }
            if (head >= 0 && i - head <= MOST && SipLines.isStart(line)) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                Matcher time = HEAD.matcher(rows.get(head).text());
                peeled.add(row.made((time.find() ? time.group(1) : "-") + " " + side + " ?"));
                head = -1;
            }
            if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }
}
