package org.ringback.capture.wrap;

import java.util.List;

/**
 * {@code [email protected]}, which a web server puts where it saw an address. The blank in it would end the URI; what was
 * there stays unknown.
 */
final class HiddenAddresses extends LineWrapping {

    private static final String MARK = "[email" + " protected]";
    private static final String HIDDEN = "email-protected";

    @Override
    boolean isAround(List<TextRow> rows) {
        return SipLines.any(rows, MARK) || SipLines.any(rows, "[email\u00c2\u00a0protected]");
    }

    @Override
    String peel(String line) {
        return line.replace("[email\u00c2\u00a0protected]", HIDDEN).replace(MARK, HIDDEN);
    }
}
