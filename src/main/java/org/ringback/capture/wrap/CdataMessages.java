package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages that the JAIN SIP stack logs as elements of XML: addresses and time as attributes, each in a line, then the
 * message as CDATA. They become a line with the time and both addresses, and the message.
 */
final class CdataMessages implements Wrapping {

    private static final String CDATA = "<![CDATA[";
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(from|to|time|timestamp)=\"([^\"]{1,120})\"");

    /** Attributes farther away belong to something else. */
    private static final int LINES = 16;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            int cdata = row.text().indexOf(CDATA);
            boolean message = cdata >= 0 && SipLines.isStart(row.text().substring(cdata + CDATA.length()));
            String time = cdata >= 0 && !message && isAboveStart(rows, i) ? time(attributes(rows, i)) : "";
            if ((message || !time.isEmpty()) && peeled == null) {
                peeled = new ArrayList<>(rows.subList(0, i));
            }
            if (!time.isEmpty()) {
                // What log4j writes has its time in an attribute, and words before the message.
                peeled.add(row.with(time + " " + row.text().substring(cdata + CDATA.length())));
            } else if (message) {
                String prefix = row.text().substring(0, cdata);
                String announcement = announcement(rows, i);
                if (!announcement.isEmpty()) {
                    peeled.add(row.made(prefix + announcement));
                }
                peeled.add(row.with(prefix + row.text().substring(cdata + CDATA.length())));
            } else if (peeled != null) {
                peeled.add(row.text().contains("]]>") ? row.with(row.text().replace("]]>", "")) : row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    private static boolean isAboveStart(List<TextRow> rows, int at) {
        return at + 1 < rows.size() && SipLines.isStart(rows.get(at + 1).text());
    }

    private static Map<String, String> attributes(List<TextRow> rows, int at) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = at; i >= 0 && i > at - LINES && !attributes.containsKey("from"); i--) {
            Matcher attribute = ATTRIBUTE.matcher(rows.get(i).text());
            while (attribute.find()) {
                attributes.putIfAbsent(attribute.group(1), attribute.group(2));
            }
        }
        return attributes;
    }

    /** Empty if none is said. */
    private static String time(Map<String, String> attributes) {
        String time = attributes.getOrDefault("time", attributes.getOrDefault("timestamp", ""));
        return Epoch.of(time).map(Object::toString).orElse(time);
    }

    private static String announcement(List<TextRow> rows, int at) {
        Map<String, String> attributes = attributes(rows, at);
        String time = time(attributes);
        String written = time.isEmpty() ? "-" : time;
        return attributes.containsKey("from") && attributes.containsKey("to")
                ? written + " " + attributes.get("from") + " -> " + attributes.get("to") + " ?"
                : "";
    }
}
