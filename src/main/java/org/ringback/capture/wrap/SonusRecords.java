package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * The DBG log of Sonus (now Ribbon): {@code msg = } before a message, {@code , msgLen = 350.} behind it, and its body in a
 * record of its own.
 */
final class SonusRecords implements Wrapping {

    private static final String BEGIN = "Msg - msg = ";
    private static final String END = ", msgLen = ";

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (!SipLines.any(rows, BEGIN)) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>();
        boolean changed = false;
        for (TextRow row : rows) {
            String line = row.text();
            int begin = line.indexOf(BEGIN);
            if (line.startsWith(END)) {
                changed = true;
            } else if (begin >= 0 && !SipLines.holdsStart(line)) {
                peeled.add(row.with(line.substring(begin + BEGIN.length())));
                changed = true;
            } else {
                peeled.add(row);
            }
        }
        return changed ? peeled : rows;
    }
}
