package org.ringback.sip;

/** What a body is (RFC 3261 section 20.15). */
public record MediaType(String type, String subtype, Parameters parameters) {

    static MediaType read(Scan value) {
        int from = value.skipSpaces().position();
        String type = value.token();
        boolean complete = value.skipSpaces().accept('/');
        String subtype = value.skipSpaces().token();
        if (!complete || type.isEmpty() || subtype.isEmpty()) {
            value.doubt(Fault.UNREADABLE_VALUE, from, value.end(), "media-type");
        }
        return new MediaType(type, subtype, value.parameters("m-parameter"));
    }

    /** Whether it is such a type, its parameters aside: {@code is("application", "sdp")}. */
    public boolean is(String type, String subtype) {
        return Ascii.same(this.type, type) && Ascii.same(this.subtype, subtype);
    }

    public boolean multipart() {
        return Ascii.same(type, "multipart");
    }
}
