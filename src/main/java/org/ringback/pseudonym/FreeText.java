package org.ringback.pseudonym;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.IpAddress;

/** Replaces what can be recognized in text of no known form: addresses of all kinds, long numbers, and what is known. */
final class FreeText {

    private static final String HOST = "\\[[0-9A-Fa-f:.]+]|[\\w-]+(?:\\.[\\w-]+)*\\.?";

    private static final Pattern PARTS =
            Pattern.compile("(?<uri>(?i:sips?|tel|im|pres|xmpp|h323|mailto|https?|wss?|msrps?|cid|urn):"
                    + "[^\\s<>\"',]+)"
                    + "|(?<mail>[^\\s<>\"'=:;,@()]+@(?:" + HOST
                    + "))|(?<mac>\\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\\b)"
                    + "|(?<v6>(?<![\\w:.])[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]*:[0-9A-Fa-f.]*[0-9A-Fa-f:])"
                    + "|(?<v4>(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w]|\\.\\d))"
                    + "|(?<host>(?<![\\w.-])(?:[A-Za-z0-9_-]+\\.)+[A-Za-z]{2,}(?![\\w-]))"
                    + "|(?<opaque>(?<![\\w-])(?=[\\w-]*\\d)[0-9A-Fa-f]{8}(?:-?[0-9A-Fa-f]{4}){3}-?[0-9A-Fa-f]{12}(?![\\w-])"
                    + "|(?<![\\w])(?=\\w*[0-9])(?=\\w*[A-Fa-f])[0-9A-Fa-f]{12,}(?!\\w))"
                    + "|(?<number>(?<![\\w.])\\+?\\d{5,}(?![\\w]|\\.\\d))"
                    + "|(?<word>[\\w!%*`'+~.\\x80-\\xff-]*[\\w\\x80-\\xff])");

    private static final Pattern WORD = Pattern.compile("[A-Za-z\\x80-\\xff]+|\\d+");

    private final Pseudonyms pseudonyms;
    private final Uris uris;

    FreeText(Pseudonyms pseudonyms, Uris uris) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
    }

    /** Text of which nobody knows what it holds. */
    String of(String text) {
        Optional<String> whole = pseudonyms.known(text.strip());
        return whole.isPresent() ? text.replace(text.strip(), whole.get()) : rewrite(text, false);
    }

    /** Names and versions of products: 66.84.0.10 is no address there unless it is one elsewhere. */
    String software(String text) {
        return rewrite(text, true);
    }

    private String rewrite(String text, boolean software) {
        return PARTS.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(software ? knownOnly(part) : rewritten(part)));
    }

    private String knownOnly(MatchResult part) {
        String text = part.group();
        if (part.namedGroups().isEmpty()) {
            return text;
        }
        if (group(part, "mail") || group(part, "mac") || group(part, "opaque") || group(part, "uri")) {
            return rewritten(part);
        }
        Optional<IpAddress> address = IpAddress.of(text);
        return address.isPresent()
                ? (pseudonyms.knownAddress(address.get()) ? pseudonyms.address(address.get()) : text)
                : words(text);
    }

    private static boolean group(MatchResult part, String name) {
        return part.group(name) != null;
    }

    private String rewritten(MatchResult part) {
        String text = part.group();
        Optional<String> known = pseudonyms.known(text);
        if (known.isPresent()) {
            return known.get();
        }
        if (group(part, "uri")) {
            return uris.of(text);
        }
        if (group(part, "mail")) {
            int at = text.lastIndexOf('@');
            return uris.user(text.substring(0, at)) + "@" + pseudonyms.host(text.substring(at + 1));
        }
        if (group(part, "mac") || group(part, "opaque")) {
            return pseudonyms.identifier(text);
        }
        if (group(part, "v6") || group(part, "v4")) {
            return IpAddress.of(text).map(pseudonyms::address).orElseGet(() -> words(text));
        }
        if (group(part, "host")) {
            return pseudonyms.host(text);
        }
        return group(part, "number") ? pseudonyms.number(text) : words(text);
    }

    /** Words of names that are known from elsewhere, and numbers. */
    private String words(String text) {
        return WORD.matcher(text).replaceAll(word -> {
            String found = word.group();
            boolean digits = Character.isDigit(found.charAt(0));
            boolean known = digits ? found.length() >= 4 && pseudonyms.knownNumber(found) : pseudonyms.knownWord(found);
            String replaced = !known ? found : digits ? pseudonyms.number(found) : pseudonyms.name(found);
            return Matcher.quoteReplacement(replaced);
        });
    }
}
