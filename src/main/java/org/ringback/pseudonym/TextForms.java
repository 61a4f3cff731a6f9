package org.ringback.pseudonym;

import org.ringback.capture.wire.IpAddress;

/** What a word of a text looks like. */
final class TextForms {

    private static final int LONGEST_ADDRESS = 64;
    private static final int SHORTEST_OPAQUE = 8;

    private TextForms() {}

    /** An IP address, maybe with a port. */
    static boolean address(String text) {
        int colon = text.lastIndexOf(':');
        boolean port = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        String host = port ? text.substring(0, colon) : text;
        String bare = host.startsWith("[") && host.endsWith("]") && host.length() > 1
                ? host.substring(1, host.length() - 1)
                : host;
        return bare.length() < LONGEST_ADDRESS && IpAddress.of(bare).isPresent();
    }

    /** Labels with dots between them, the last one of letters. */
    static boolean host(String text) {
        int label = 0;
        int dots = 0;
        boolean letters = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (label == 0) {
                    return false;
                }
                dots++;
                label = 0;
                letters = true;
            } else if (Runs.letter(c) || Runs.digit(c) || c == '-' || c == '_') {
                label++;
                letters &= Runs.letter(c);
            } else {
                return false;
            }
        }
        return dots > 0 && letters && label > 1;
    }

    /** Letters and digits in turn, as no word has them. */
    static boolean opaque(String text) {
        int turns = 0;
        for (int i = 1; i < text.length(); i++) {
            turns += Runs.digit(text.charAt(i)) != Runs.digit(text.charAt(i - 1)) ? 1 : 0;
        }
        boolean digit = text.chars().anyMatch(c -> Runs.digit((char) c));
        boolean letter = text.chars().anyMatch(c -> Runs.letter((char) c));
        return text.length() >= SHORTEST_OPAQUE && digit && letter && turns > 1;
    }
}
