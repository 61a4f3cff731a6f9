package org.ringback.pseudonym;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** XML such as presence, dialog and registration state: tags stay, what they say about anybody does not. */
final class Xml {

    private static final Pattern PART = Pattern.compile("(?<tag><[^>]*>)|(?<text>[^<]+)");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?<name>[\\w:.-]+)(?<equals>\\s*=\\s*)(?<quote>[\"'])(?<value>.*?)\\k<quote>", Pattern.DOTALL);

    private static final Set<String> IDENTIFIERS = Set.of(
            "id",
            "call-id",
            "local-tag",
            "remote-tag",
            "callid",
            "gruu",
            "tag",
            "uuid",
            "cid",
            "entity-id",
            "instance-id");
    private static final Set<String> ADDRESSES =
            Set.of("entity", "uri", "target", "aor", "contact", "href", "from", "to");
    private static final Set<String> NAMES =
            Set.of("display", "display-name", "displayname", "name", "user", "username");

    /** Values of enumerations, numbers and times. */
    private static final Pattern PLAIN =
            Pattern.compile("[a-z-]{2,20}|\\d{1,4}(?:\\.\\d+)?|\\d{4}-\\d\\d-\\d\\dT[\\d:.Z+-]+");

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final FreeText texts;

    Xml(Pseudonyms pseudonyms, Uris uris, FreeText texts) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.texts = texts;
    }

    String of(String body) {
        var element = new StringBuilder();
        return PART.matcher(body).replaceAll(part -> {
            String tag = part.group("tag");
            if (tag != null) {
                element.setLength(0);
                element.append(tag.replaceAll("^<(?:[\\w.-]+:)?([\\w.-]*)[\\s\\S]*$", "$1"));
            }
            return Matcher.quoteReplacement(tag == null ? text(element.toString(), part.group("text")) : tag(tag));
        });
    }

    private String tag(String tag) {
        if (tag.startsWith("<!--")) {
            return tag.length() < 8 ? tag : "<!--" + pseudonyms.text(tag.substring(4, tag.length() - 3)) + "-->";
        }
        return ATTRIBUTE
                .matcher(tag)
                .replaceAll(attribute -> Matcher.quoteReplacement(attribute.group("name")
                        + attribute.group("equals")
                        + attribute.group("quote")
                        + attribute(attribute.group("name").toLowerCase(Locale.ROOT), attribute.group("value"))
                        + attribute.group("quote")));
    }

    private String attribute(String name, String value) {
        if (value.isBlank() || name.startsWith("xmlns") || name.startsWith("xsi:")) {
            return value;
        }
        if (IDENTIFIERS.contains(name)) {
            return pseudonyms.identifier(value);
        }
        if (ADDRESSES.contains(name)) {
            return uris.of(value);
        }
        return NAMES.contains(name) ? pseudonyms.name(value) : texts.of(value);
    }

    private String text(String element, String text) {
        String bare = text.strip();
        if (bare.isEmpty()
                || (PLAIN.matcher(bare).matches() && !element.matches("(?i)note|display.*|.*name|.*id|pos"))) {
            return text;
        }
        if (bare.matches("(?:sips?|tel|pres|im|mailto|xmpp|urn|https?):\\S+")) {
            return text.replace(bare, uris.of(bare));
        }
        if (element.matches("(?i)display.*|.*name")) {
            return text.replace(bare, pseudonyms.name(bare));
        }
        return text.replace(
                bare, element.matches("(?i).*id|pos|.*tag") ? pseudonyms.identifier(bare) : pseudonyms.text(bare));
    }
}
