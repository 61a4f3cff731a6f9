package org.ringback.sip;

/** What can be wrong with a message, as far as its bytes alone tell. */
public enum Fault {
    /** Something other than empty lines before the start line. */
    LEADING_BYTES,
    /** More bytes than Content-Length says. */
    TRAILING_BYTES,
    /** Fewer bytes than Content-Length says. */
    CUT_BODY,
    /** No request line and no status line, or a part of it is missing or not of its form. */
    UNREADABLE_START_LINE,
    /** The parts of a start line must be separated by one blank each, with none at the end. */
    EXTRA_SPACE,
    /** A Request-URI in angle brackets. */
    BRACKETED_URI,
    /** A blank within a URI. */
    SPACE_IN_URI,
    /** A Request-URI that brings headers ({@code ?Route=}), which only a URI to be dialed may. */
    HEADERS_IN_REQUEST_URI,
    /** Another version than SIP/2.0. */
    UNKNOWN_VERSION,
    /** A status code that is not three digits from 100 to 699. */
    STATUS_OUT_OF_RANGE,
    /** The blank after the status code must be there, even if the reason phrase is empty. */
    NO_REASON_SEPARATOR,
    /** Lines that end with LF instead of CRLF; told once for a message. */
    BARE_LINE_FEED,
    /** The empty line after the headers is missing. */
    UNFINISHED_HEADERS,
    /** A line among the headers that is none. */
    NOT_A_HEADER,
    /** A header that every message of its kind must have. */
    MISSING_HEADER,
    /** A second header of a kind of which there must be one only. */
    REPEATED_HEADER,
    /** Nothing between two commas. */
    EMPTY_ELEMENT,
    /** Nothing between two semicolons. */
    EMPTY_PARAMETER,
    /** A value, or a part of it, that is not of its form. */
    UNREADABLE_VALUE,
    UNTERMINATED_QUOTE,
    UNTERMINATED_BRACKET,
    /** A blank between an angle bracket and the URI in it. */
    SPACE_IN_BRACKETS,
    /** A display name that must be quoted because of a character in it. */
    UNQUOTED_NAME,
    /** A URI that must stand in angle brackets because it holds a comma or a question mark (section 20). */
    UNBRACKETED_URI,
    /** A percent sign without two hexadecimal digits after it. */
    BAD_ESCAPE,
    NUMBER_OUT_OF_RANGE,
    /** A date that is not in GMT or not of the form of RFC 1123. */
    BAD_DATE,
    /** The method of the request line and that of CSeq differ. */
    METHOD_MISMATCH,
    /** A branch that says nothing beyond the cookie of RFC 3261, so that it cannot be unique. */
    EMPTY_BRANCH,
    NOT_UTF8,
    CONTROL_CHARACTER
}
