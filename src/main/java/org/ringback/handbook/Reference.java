package org.ringback.handbook;

/**
 * A place in an RFC.
 *
 * @param section for example {@code 21.4.24}, or {@code null} for the whole document
 */
public record Reference(int rfc, String section) {

    /** Where the place can be read; opened only when the user asks for it. */
    public String url() {
        String page = "https://www.rfc-editor.org/rfc/rfc" + rfc;
        return section == null ? page : page + "#section-" + section;
    }
}
