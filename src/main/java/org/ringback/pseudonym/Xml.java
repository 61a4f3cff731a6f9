package org.ringback.pseudonym;

import java.util.Locale;

/**
 * XML such as presence, dialog and registration state: known names of elements and known states stay, what they say about
 * anybody does not. It need not be well-formed: what opens and never closes is taken out.
 */
final class Xml {

    private static final int LONGEST_COUNT = 10;
    private static final int LONGEST_RANK = 5;

    private final Pseudonyms pseudonyms;
    private final XmlTag tags;
    private final XmlValues values;

    Xml(Pseudonyms pseudonyms, Uris uris, FreeText texts) {
        this.pseudonyms = pseudonyms;
        this.values = new XmlValues(pseudonyms, uris, texts);
        this.tags = new XmlTag(new Names(pseudonyms), values, texts);
    }

    String of(String body) {
        var out = new StringBuilder();
        String element = "";
        int at = 0;
        while (at < body.length()) {
            int end = end(body, at);
            String part = body.substring(at, end);
            if (part.startsWith("<!--")) {
                out.append(enclosed(part, "<!--", "-->"));
            } else if (part.startsWith("<![CDATA[")) {
                out.append(enclosed(part, "<![CDATA[", "]]>"));
            } else if (part.startsWith("<?")) {
                out.append(instruction(part));
            } else if (part.startsWith("<!")) {
                out.append(enclosed(part, "<!DOCTYPE", ">"));
            } else if (begins(part, 0)) {
                element = XmlTag.name(part);
                out.append(tags.of(part));
            } else {
                out.append(values.text(element, part));
            }
            at = end;
        }
        return out.toString();
    }

    /** Where a tag, or what stands between tags, ends. */
    private static int end(String body, int from) {
        if (!begins(body, from)) {
            int next = from + 1;
            while (next < body.length() && !begins(body, next)) {
                next++;
            }
            return next;
        }
        String close = body.startsWith("<!--", from)
                ? "-->"
                : body.startsWith("<![CDATA[", from) ? "]]>" : body.startsWith("<?", from) ? "?>" : "";
        if (!close.isEmpty()) {
            int end = body.indexOf(close, from);
            return end < 0 ? body.length() : end + close.length();
        }
        return body.startsWith("<!", from) ? declarationEnd(body, from) : tagEnd(body, from);
    }

    private static boolean begins(String body, int at) {
        if (at + 1 >= body.length() || body.charAt(at) != '<') {
            return false;
        }
        char next = body.charAt(at + 1);
        return Runs.letter(next) || next == '_' || next == '/' || next == '!' || next == '?';
    }

    /** Marks in quotes close nothing; another tag does. */
    private static int tagEnd(String body, int from) {
        int at = from + 1;
        while (at < body.length() && body.charAt(at) != '<') {
            char c = body.charAt(at);
            if (c == '>') {
                return at + 1;
            }
            int close = c == '"' || c == '\'' ? body.indexOf(c, at + 1) : at;
            at = close < 0 ? body.length() : close + 1;
        }
        return at;
    }

    /** A document type may hold declarations in square brackets. */
    private static int declarationEnd(String body, int from) {
        int depth = 0;
        for (int at = from; at < body.length(); at++) {
            char c = body.charAt(at);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '>' && depth <= 0) {
                return at + 1;
            }
        }
        return body.length();
    }

    private String enclosed(String part, String open, String close) {
        boolean begun = part.regionMatches(/* ignoreCase= */ true, 0, open, 0, open.length());
        int from = begun ? open.length() : Math.min(2, part.length());
        int to = part.endsWith(close) && part.length() >= from + close.length()
                ? part.length() - close.length()
                : part.length();
        return part.substring(0, from) + pseudonyms.text(part.substring(from, to)) + part.substring(to);
    }

    private String instruction(String part) {
        return part.startsWith("<?xml ") && part.endsWith("?>")
                ? "<?xml " + tags.attributes(part.substring(6, part.length() - 2)) + "?>"
                : enclosed(part, "<?", "?>");
    }

    /** Whether a number may stay there. */
    static boolean counts(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (XmlWords.COUNTED.contains(lower) && Tokens.small(value, LONGEST_COUNT))
                || (XmlWords.RANKED.contains(lower) && Tokens.small(value, LONGEST_RANK));
    }
}
