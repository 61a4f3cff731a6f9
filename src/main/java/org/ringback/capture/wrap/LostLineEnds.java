package org.ringback.capture.wrap;

import java.util.ArrayList;
import java.util.List;

/**
 * Messages whose ends of line were lost, one in a line or all of them: the names of their headers still say where each line
 * began, and so do the letters of SDP. What stands between two messages gets a line of its own, since it announces the next.
 */
final class LostLineEnds implements Wrapping {

    @Override
    public List<TextRow> peel(List<TextRow> rows) {
        List<TextRow> peeled = null;
        for (int i = 0; i < rows.size(); i++) {
            TextRow row = rows.get(i);
            if (holdsMessage(row.text())) {
                peeled = peeled == null ? new ArrayList<>(rows.subList(0, i)) : peeled;
                for (String line : new FlatMessages(row.text()).lines()) {
                    peeled.add(row.made(line));
                }
            } else if (peeled != null) {
                peeled.add(row);
            }
        }
        return peeled == null ? rows : peeled;
    }

    private static boolean holdsMessage(String line) {
        if (!line.contains("SIP/2.0")
                || !(line.contains("CSeq:") || line.contains("Cseq:") || line.contains("CSEQ:"))) {
            return false;
        }
        boolean names = holds(line, "Via:", "v:")
                && holds(line, "From:", "f:")
                && holds(line, "To:", "t:")
                && holds(line, "Call-I", "i:");
        return names && !Escaped.holdsEnds(line) && new FlatMessages(line).any();
    }

    private static boolean holds(String line, String name, String compact) {
        return line.contains(name) || line.contains(" " + compact) || line.contains("|" + compact);
    }
}
