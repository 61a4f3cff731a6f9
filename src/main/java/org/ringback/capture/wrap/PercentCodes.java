package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Messages written as a part of an address of the web is: {@code SIP%2F2.0%20200%20OK%0D%0A}. */
final class PercentCodes implements Wrapping {

    /** Forms of web pages have a plus for a blank. */
    private static final Pattern FORM = Pattern.compile("SIP%2[Ff]2\\.0\\+|\\+SIP%2[Ff]2\\.0%0");

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            boolean coded = isCoded(row.text());
            if (coded) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                TextLines.add(row, decoded(row.text()), peeled);
            } else if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    private static boolean isCoded(String line) {
        boolean version = line.contains("SIP%2F2.0") || line.contains("SIP%2f2.0") || line.contains("SIP/2.0%");
        return version && (line.contains("%0A") || line.contains("%0a"));
    }

    private static String decoded(String line) {
        boolean form =
                line.indexOf(' ', line.indexOf("SIP")) < 0 && FORM.matcher(line).find();
        StringBuilder out = new StringBuilder(line.length());
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            int high = character == '%' && at + 2 < line.length() ? Character.digit(line.charAt(at + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(line.charAt(at + 2), 16);
            if (low >= 0) {
                out.append((char) (high << 4 | low));
                at += 2;
            } else {
                out.append(form && character == '+' ? ' ' : character);
            }
        }
        return out.toString();
    }
}
