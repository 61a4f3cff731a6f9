package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Messages that a program prints twice, taken apart and then as they are: pyVoIP writes {@code SENT:}, the headers as Python
 * has them, and the message itself behind {@code Raw:}. What is taken apart is left out.
 */
final class ParsedAndRaw implements Wrapping {

    private static final Set<String> SIDES = Set.of("SENT:", "RECEIVED:", "SENT", "RECEIVED");
    private static final String RAW = "Raw:";
    private static final String HEADERS = "Headers:";
    private static final int LONGEST = 120;

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        if (!SipLines.any(rows, RAW) || !SipLines.any(rows, HEADERS)) {
            return rows;
        }
        List<TextRow> peeled = new ArrayList<>(rows.size());
        boolean changed = false;
        for (int at = 0; at < rows.size(); at++) {
            peeled.add(rows.get(at));
            int raw = SIDES.contains(rows.get(at).text().strip()) ? raw(rows, at) : -1;
            if (raw >= 0) {
                changed = true;
                at = raw;
            }
        }
        return changed ? peeled : rows;
    }

    /** The row of this record behind which the message stands as it is; -1 if it is not taken apart. */
    private static int raw(List<TextRow> rows, int side) {
        boolean apart = false;
        for (int at = side + 1; at < rows.size() && at < side + LONGEST; at++) {
            String line = rows.get(at).text().strip();
            if (SIDES.contains(line)) {
                return -1;
            }
            apart |= line.equals(HEADERS);
            if (apart && line.equals(RAW)) {
                return at;
            }
        }
        return -1;
    }
}
