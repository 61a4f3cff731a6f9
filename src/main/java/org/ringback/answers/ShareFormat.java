package org.ringback.answers;

/** The forms in which selected calls can be given to somebody else. */
public enum ShareFormat {
    HTML("html"),
    MARKDOWN("md"),
    TEXT("txt"),
    PCAP("pcap");

    private final String suffix;

    ShareFormat(String suffix) {
        this.suffix = suffix;
    }

    /** Whether it is a page about the calls, and not their messages alone. */
    public boolean page() {
        return this == HTML || this == MARKDOWN;
    }

    /** Of a file's name, without the dot. */
    public String suffix() {
        return suffix;
    }
}
