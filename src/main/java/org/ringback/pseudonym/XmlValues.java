package org.ringback.pseudonym;

import java.util.List;
import java.util.Locale;

/** What stands in elements and attributes. */
final class XmlValues {

    private static final List<String> ENTITIES =
            List.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'", "&amp;", "&");

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final FreeText texts;

    XmlValues(Pseudonyms pseudonyms, Uris uris, FreeText texts) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.texts = texts;
    }

    /** A value of an attribute, of which the name may have a prefix. */
    String attribute(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        String local = lower.startsWith("xmlns") ? "xmlns" : lower.substring(lower.indexOf(':') + 1);
        return value.isBlank() ? value : around(local, value);
    }

    /** What stands in an element. */
    String text(String element, String text) {
        return text.isBlank() ? text : around(element, text);
    }

    private String around(String name, String text) {
        String bare = text.strip();
        int from = text.indexOf(bare);
        String escaped = bare.indexOf('&') < 0 ? value(name, bare) : escaped(value(name, plain(bare)));
        return text.substring(0, from) + escaped + text.substring(from + bare.length());
    }

    private String value(String name, String value) {
        if (XmlWords.IDENTIFIERS.contains(name)) {
            return pseudonyms.identifier(value);
        }
        if (XmlWords.VALUES.contains(value.toLowerCase(Locale.ROOT)) || Xml.counts(name, value)) {
            return value;
        }
        if (XmlWords.ADDRESSES.contains(name)) {
            return Cuts.each(value, " \t\r\n", uris::of);
        }
        return texts.unknown(value);
    }

    private static String plain(String text) {
        String plain = text;
        for (int i = 0; i < ENTITIES.size(); i += 2) {
            plain = plain.replace(ENTITIES.get(i), ENTITIES.get(i + 1));
        }
        return plain;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
