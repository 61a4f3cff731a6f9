package org.ringback.sip;

/** Reads start lines of any shape. */
final class StartLines {

    private static final String VERSION = "SIP/2.0";

    private StartLines() {}

    static StartLine read(Scan line) {
        int from = line.skipSpaces().position();
        String first = line.take(c -> !Ascii.blank(c));
        if (first.length() > 4 && Ascii.same(first.substring(0, 4), "SIP/")) {
            return statusLine(line, first, from);
        }
        return requestLine(line, first, from);
    }

    private static StartLine requestLine(Scan line, String method, int from) {
        int blank = line.position();
        int end = trimmed(line, line.end(), blank);
        int uri = line.skipSpaces().position();
        if (method.isEmpty() || uri >= end) {
            line.doubt(Fault.UNREADABLE_START_LINE, "start-line");
            return new StartLine.Unreadable(line.text(from, end));
        }
        if (!method.chars().allMatch(Ascii::token)) {
            line.doubt(Fault.UNREADABLE_START_LINE, from, blank, "Method");
        }
        int version = version(line, uri, end);
        int uriEnd = trimmed(line, version, uri);
        if (version == end) {
            line.doubt(Fault.UNREADABLE_START_LINE, end, end, "Request-Line");
        } else if (!Ascii.same(line.text(version, end), VERSION)) {
            line.doubt(Fault.UNKNOWN_VERSION, version, end, "SIP-Version");
        }
        if (uri - blank > 1 || (version < end && version - uriEnd > 1) || end < line.end()) {
            line.doubt(Fault.EXTRA_SPACE, blank, line.end(), "Request-Line");
        }
        requestUri(line, uri, uriEnd);
        return new StartLine.RequestLine(method, line.text(uri, uriEnd), line.text(version, end));
    }

    private static void requestUri(Scan line, int from, int to) {
        if (line.charAt(from) == '<') {
            line.doubt(Fault.BRACKETED_URI, from, to, "Request-URI");
            return;
        }
        String uri = line.text(from, to);
        if (uri.chars().anyMatch(Ascii::blank)) {
            line.doubt(Fault.SPACE_IN_URI, from, to, "Request-URI");
        }
        if (!SipUri.of(uri).headers().isEmpty()) {
            line.doubt(Fault.HEADERS_IN_REQUEST_URI, from, to, "Request-URI");
        }
        SipUri.check(line, from, to, "Request-URI");
    }

    /** Where the version begins that is the last word, or {@code end} if the last word is none. */
    private static int version(Scan line, int from, int end) {
        int word = end;
        while (word > from && !Ascii.blank(line.charAt(word - 1))) {
            word--;
        }
        boolean version = word > from
                && end - word > 4
                && Ascii.same(line.text(word, word + 4), "SIP/")
                && Ascii.digit(line.charAt(word + 4));
        return version ? word : end;
    }

    private static int trimmed(Scan line, int to, int from) {
        int end = to;
        while (end > from && Ascii.space(line.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static StartLine statusLine(Scan line, String version, int from) {
        int blank = line.position();
        if (!Ascii.same(version, VERSION)) {
            line.doubt(Fault.UNKNOWN_VERSION, from, blank, "SIP-Version");
        }
        int code = line.skipSpaces().position();
        if (code - blank > 1) {
            line.doubt(Fault.EXTRA_SPACE, blank, code, "Status-Line");
        }
        String digits = line.take(c -> !Ascii.blank(c));
        int codeEnd = line.position();
        int status = digits.length() == 3 && digits.chars().allMatch(Ascii::digit) ? Integer.parseInt(digits) : -1;
        if (status < 100 || status > 699) {
            line.doubt(Fault.STATUS_OUT_OF_RANGE, code, codeEnd, "Status-Code");
        }
        if (!line.accept(' ')) {
            line.doubt(Fault.NO_REASON_SEPARATOR, codeEnd, codeEnd, "Status-Line");
        }
        return new StartLine.StatusLine(version, status < 100 ? -1 : status, line.rest());
    }
}
