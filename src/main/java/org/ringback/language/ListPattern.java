package org.ringback.language;

/** How a language joins the parts of a list: with its own commas and parentheses. */
enum ListPattern implements NamedKey {
    /** {@code {0}}: all parts so far, {@code {1}}: the next. */
    COMMA,
    /** {@code {0}}: something, {@code {1}}: what is said beside it. */
    BESIDE,
    /** The same for parts that may hold commas themselves. */
    SEMICOLON,
    /** {@code {0}}: something, {@code {1}}: what is true of it. */
    QUALIFIED;

    @Override
    public String group() {
        return "listing";
    }
}
