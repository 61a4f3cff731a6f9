package org.ringback.capture.wrap;

import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code [email protected]}, which a web server puts where it saw an address. The blank in it would end the URI; what was
 * there stays unknown.
 */
final class HiddenAddresses extends LineWrapping {

    private static final String MARK = "[email" + " protected]";
    private static final String HIDDEN = "email-protected";
    private static final String LINK = "[" + HIDDEN + "](";
    private static final Pattern LINKED = Pattern.compile("\\[" + HIDDEN + "\\]\\([^()\\s]{1,300}\\)");

    @Override
    boolean isAround(List<TextRow> rows) {
        return SipLines.any(rows, MARK) || SipLines.any(rows, "[email\u00c2\u00a0protected]");
    }

    @Override
    String peel(String line) {
        String hidden = line.replace("[email\u00c2\u00a0protected]", HIDDEN).replace(MARK, HIDDEN);
        return hidden.contains(LINK) ? LINKED.matcher(hidden).replaceAll(HIDDEN) : hidden;
    }
}
