package org.ringback.pseudonym;

import java.util.List;
import java.util.stream.Collectors;

/** Values such as those of From, Contact and Route: names, URIs and parameters, any number of them. */
final class AddressLists {

    private final Pseudonyms pseudonyms;
    private final Uris uris;

    AddressLists(Pseudonyms pseudonyms, Uris uris) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
    }

    String of(String value) {
        return Cuts.split(value, ',').stream().map(this::address).collect(Collectors.joining(","));
    }

    private String address(String value) {
        List<String> parts = Cuts.split(value, ';');
        String named = parts.getFirst();
        String parameters = value.substring(named.length());
        return named(named) + uris.parameters().of(parameters);
    }

    /** A name in quotes or not, a URI in brackets or not. */
    private String named(String text) {
        int quote = text.indexOf('"');
        int close = quote < 0 ? -1 : Cuts.close(text, quote);
        int open = text.indexOf('<', Math.max(close, 0));
        if (close > 0) {
            String name = displayName(text.substring(quote + 1, close));
            return displayName(text.substring(0, quote)) + '"' + name + '"' + bracketed(text, close + 1, open);
        }
        return open < 0 ? bare(text) : bracketed(text, 0, open);
    }

    private String bracketed(String text, int from, int open) {
        if (open < 0) {
            return displayName(text.substring(from));
        }
        int close = text.indexOf('>', open);
        int end = close < 0 ? text.length() : close;
        return displayName(text.substring(from, open)) + "<" + trimmed(text.substring(open + 1, end))
                + (close < 0 ? "" : ">" + displayName(text.substring(close + 1)));
    }

    private String bare(String text) {
        boolean uri = text.indexOf('@') >= 0 || text.indexOf(':') > 0;
        return uri || text.strip().equals("*") ? trimmed(text) : displayName(text);
    }

    private String trimmed(String text) {
        String uri = text.strip();
        return uri.isEmpty() || uri.equals("*") ? text : text.replace(uri, uris.of(uri));
    }

    String displayName(String name) {
        String bare = name.strip();
        if (bare.isEmpty()) {
            return name;
        }
        if (TelephoneNumber.is(bare)) {
            return name.replace(bare, pseudonyms.number(bare));
        }
        return bare.indexOf('@') > 0 ? name.replace(bare, uris.of(bare)) : pseudonyms.name(name);
    }
}
