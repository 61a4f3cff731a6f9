package org.ringback.pseudonym;

import java.util.regex.Pattern;

/** Values such as those of From, Contact and Route: names, URIs and parameters, any number of them. */
final class AddressLists {

    private static final Pattern BARE_URI = Pattern.compile("\\s*[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private final Pseudonyms pseudonyms;
    private final Uris uris;

    AddressLists(Pseudonyms pseudonyms, Uris uris) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
    }

    String of(String value) {
        var out = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            char c = value.charAt(at);
            int end;
            if (c == '"') {
                int close = close(value, at);
                end = close < 0 ? at + 1 : close + 1;
                out.append('"').append(close < 0 ? "" : displayName(value.substring(at + 1, close)) + "\"");
            } else if (c == '<') {
                int close = value.indexOf('>', at);
                end = close < 0 ? value.length() : close + 1;
                String uri = value.substring(at + 1, close < 0 ? value.length() : close);
                out.append('<').append(trimmed(uri)).append(close < 0 ? "" : ">");
            } else if (c == ';') {
                end = parametersEnd(value, at);
                out.append(uris.parameters().of(value.substring(at, end)));
            } else if (c == ',' || Character.isWhitespace(c)) {
                end = at + 1;
                out.append(c);
            } else {
                end = at;
                while (end < value.length() && "\"<;,".indexOf(value.charAt(end)) < 0) {
                    end++;
                }
                out.append(bare(value.substring(at, end), end < value.length() && value.charAt(end) == '<'));
            }
            at = end;
        }
        return out.toString();
    }

    private String bare(String text, boolean beforeUri) {
        if (beforeUri) {
            return displayName(text);
        }
        return BARE_URI.matcher(text).matches() || text.indexOf('@') >= 0 ? trimmed(text) : displayName(text);
    }

    private String trimmed(String text) {
        String uri = text.strip();
        return uri.isEmpty() || uri.equals("*") ? text : text.replace(uri, uris.of(uri));
    }

    String displayName(String name) {
        String bare = name.strip();
        if (Pseudonyms.isNumber(bare)) {
            return name.replace(bare, pseudonyms.number(bare));
        }
        return bare.indexOf('@') > 0 ? name.replace(bare, uris.of(bare)) : pseudonyms.name(name);
    }

    /** Where the quote closes that opens here, or -1. */
    private static int close(String value, int open) {
        for (int i = open + 1; i < value.length(); i++) {
            if (value.charAt(i) == '\\') {
                i++;
            } else if (value.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }

    /** Up to the comma behind which the next value begins. */
    static int parametersEnd(String value, int from) {
        int at = from;
        while (at < value.length() && value.charAt(at) != ',') {
            char c = value.charAt(at);
            int close = c == '<' ? value.indexOf('>', at) : -1;
            at = Math.max(at, c == '"' ? close(value, at) : close) + 1;
        }
        return at;
    }
}
