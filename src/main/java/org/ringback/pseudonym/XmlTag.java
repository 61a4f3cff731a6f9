package org.ringback.pseudonym;

import java.util.Locale;

/** One tag with its attributes. */
final class XmlTag {

    private final Names names;
    private final XmlValues values;
    private final FreeText texts;

    XmlTag(Names names, XmlValues values, FreeText texts) {
        this.names = names;
        this.values = values;
        this.texts = texts;
    }

    /** The name of its element without prefix, in lower case. */
    static String name(String tag) {
        int from = tag.startsWith("</") ? 2 : 1;
        int end = nameEnd(tag, from);
        int colon = tag.lastIndexOf(':', end - 1);
        return tag.substring(Math.max(from, colon + 1), end).toLowerCase(Locale.ROOT);
    }

    private static int nameEnd(String tag, int from) {
        int end = from;
        while (end < tag.length()
                && (Character.isLetterOrDigit(tag.charAt(end)) || ":._-".indexOf(tag.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    /** From its bracket to the other one, which may be missing. */
    String of(String tag) {
        int from = tag.startsWith("</") ? 2 : 1;
        int end = nameEnd(tag, from);
        int to = tag.endsWith("/>") ? tag.length() - 2 : tag.endsWith(">") ? tag.length() - 1 : tag.length();
        return to < end
                ? texts.unknown(tag)
                : tag.substring(0, from)
                        + qualified(tag.substring(from, end))
                        + attributes(tag.substring(end, to))
                        + tag.substring(to);
    }

    private String qualified(String name) {
        return Cuts.each(name, ":", part -> names.of(part, XmlWords.NAMES));
    }

    /** Names with values in quotes; anything else is text. */
    String attributes(String text) {
        var out = new StringBuilder();
        String name = "";
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, at + 1);
                end = close < 0 ? text.length() : close;
                out.append(c).append(values.attribute(name, text.substring(at + 1, end)));
                out.append(close < 0 ? "" : c);
                end = Math.min(text.length(), end + 1);
                name = "";
            } else if (nameEnd(text, at) > at) {
                end = nameEnd(text, at);
                name = text.substring(at, end);
                boolean valued = text.substring(end).stripLeading().startsWith("=");
                out.append(valued ? qualified(name) : texts.unknown(name));
            } else {
                out.append(c <= ' ' || c == '=' || c == '/' ? String.valueOf(c) : texts.unknown(String.valueOf(c)));
            }
            at = end;
        }
        return out.toString();
    }
}
