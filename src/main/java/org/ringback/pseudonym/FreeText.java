package org.ringback.pseudonym;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Text of no known form, word by word. Values that are met elsewhere get the same pseudonym here; of all else only words stay
 * of which it is known that they mean nobody.
 */
final class FreeText {

    private static final Set<String> SCHEMES = Set.of(
            "sip", "sips", "tel", "im", "pres", "xmpp", "h323", "mailto", "http", "https", "ws", "wss", "msrp", "msrps",
            "cid", "urn", "aaa", "aaas");

    private static final Set<String> ANSWERS = Set.of("true", "false", "yes", "no", "on", "off", "none", "null");

    private static final int LONGEST_SCHEME = 6;

    /** What may stay. */
    enum Kept {
        /** Nothing but yes and no. */
        NOTHING,
        /** Words that any text may hold, and numbers of causes. */
        WORDS,
        /** These, and names and versions of products. */
        SOFTWARE;

        boolean keeps(String lower) {
            return switch (this) {
                case NOTHING -> ANSWERS.contains(lower);
                case WORDS -> Vocabulary.word(lower);
                case SOFTWARE -> Vocabulary.software(lower);
            };
        }
    }

    private final Pseudonyms pseudonyms;
    private final Uris uris;

    FreeText(Pseudonyms pseudonyms, Uris uris) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
    }

    /** Text of which nobody knows what it holds. */
    String unknown(String text) {
        return of(text, Kept.NOTHING);
    }

    /** What a server or a person says about a failure. */
    String words(String text) {
        return of(text, Kept.WORDS);
    }

    /** Names and versions of products: 66.84.0.10 is no address there if it stands behind a model. */
    String software(String text) {
        return of(text, Kept.SOFTWARE);
    }

    private String of(String text, Kept kept) {
        String bare = text.strip();
        Optional<String> whole = pseudonyms.known(bare);
        if (whole.isPresent()) {
            return text.replace(bare, whole.get());
        }
        if (kept == Kept.NOTHING && TelephoneNumber.is(bare)) {
            return text.replace(bare, pseudonyms.number(bare));
        }
        return new Pass(kept).of(text);
    }

    /** One way through a text; a number may mean something by the word before it. */
    private final class Pass {

        private final Kept kept;
        private final Versions versions = new Versions(pseudonyms);
        private final StringBuilder out = new StringBuilder();

        Pass(Kept kept) {
            this.kept = kept;
        }

        String of(String text) {
            int at = 0;
            while (at < text.length()) {
                int end = at;
                while (end < text.length() && !separates(text.charAt(end))) {
                    end++;
                }
                if (end == at) {
                    out.append(text.charAt(at));
                    end++;
                } else {
                    chunk(text.substring(at, end));
                }
                at = end;
            }
            return out.toString();
        }

        private static boolean separates(char c) {
            return c <= ' ' || "\"<>(),;|{}".indexOf(c) >= 0;
        }

        /** Something without white space: pairs, a URI, or pieces of a path. */
        private void chunk(String chunk) {
            int at = 0;
            while (at < chunk.length() && !uri(chunk, at)) {
                int equals = chunk.indexOf('=', at);
                int end = equals < 0 ? chunk.length() : equals;
                pieces(chunk.substring(at, end));
                if (equals >= 0) {
                    out.append('=');
                }
                at = end + 1;
            }
            if (at < chunk.length()) {
                out.append(uris.of(chunk.substring(at)));
            }
        }

        private static boolean uri(String chunk, int from) {
            int colon = from;
            while (colon < chunk.length() && colon - from <= LONGEST_SCHEME && chunk.charAt(colon) != ':') {
                colon++;
            }
            return colon > from
                    && colon - from <= LONGEST_SCHEME
                    && colon + 1 < chunk.length()
                    && SCHEMES.contains(chunk.substring(from, colon).toLowerCase(Locale.ROOT));
        }

        private void pieces(String text) {
            int at = 0;
            while (at <= text.length()) {
                int slash = text.indexOf('/', at);
                int end = slash < 0 ? text.length() : slash;
                if (end > at) {
                    piece(text.substring(at, end));
                }
                if (slash >= 0) {
                    out.append('/');
                }
                at = end + 1;
            }
        }

        private void piece(String piece) {
            int from = 0;
            int to = piece.length();
            while (from < to
                    && mark(piece.charAt(from))
                    && piece.charAt(from) != '['
                    && !piece.startsWith("::", from)) {
                from++;
            }
            while (to > from && mark(piece.charAt(to - 1)) && piece.charAt(to - 1) != ']') {
                to--;
            }
            out.append(piece, 0, from);
            if (to > from) {
                out.append(core(piece.substring(from, to)));
            }
            out.append(piece, to, piece.length());
        }

        private static boolean mark(char c) {
            return ".:!?'*#[]`".indexOf(c) >= 0;
        }

        private String core(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            Optional<String> known = pseudonyms.known(text);
            if (known.isPresent()) {
                return known.get();
            }
            if (kept.keeps(lower)) {
                versions.after(lower);
                return text;
            }
            if (kept == Kept.SOFTWARE && versions.stays(text)) {
                return text;
            }
            return recognized(text).orElseGet(() -> kept == Kept.SOFTWARE ? joined(text) : single(text));
        }

        private Optional<String> recognized(String text) {
            int at = text.lastIndexOf('@');
            if (at > 0 && at + 1 < text.length()) {
                String host = pseudonyms.hostAndPort(text.substring(at + 1));
                return Optional.of(uris.user(text.substring(0, at)) + "@" + host);
            }
            if (TextForms.address(text)) {
                return Optional.of(pseudonyms.hostAndPort(text));
            }
            return TextForms.host(text) ? Optional.of(pseudonyms.host(text)) : Optional.empty();
        }

        /** Names and versions of products, joined by dashes and the like. */
        private String joined(String text) {
            var joined = new StringBuilder();
            int at = 0;
            for (int i = 0; i <= text.length(); i++) {
                if (i == text.length() || "-_~+".indexOf(text.charAt(i)) >= 0) {
                    joined.append(product(text.substring(at, i)));
                    joined.append(text, i, Math.min(i + 1, text.length()));
                    at = i + 1;
                }
            }
            return joined.toString();
        }

        /** Such as CUCM12.5. */
        private String product(String text) {
            int letters = 0;
            while (letters < text.length() && Runs.letter(text.charAt(letters))) {
                letters++;
            }
            String name = text.substring(0, letters);
            boolean known = letters > 0 && kept.keeps(name.toLowerCase(Locale.ROOT));
            if (known) {
                versions.after(name.toLowerCase(Locale.ROOT));
            }
            if (text.isEmpty()
                    || (known && letters == text.length())
                    || versions.stays(text)
                    || Versions.ofPackage(text)) {
                return text;
            }
            return !known
                    ? single(text)
                    : name
                            + (versions.stays(text.substring(letters))
                                    ? text.substring(letters)
                                    : single(text.substring(letters)));
        }

        private String single(String text) {
            if (TextForms.opaque(text)) {
                return pseudonyms.secret(text);
            }
            if (kept == Kept.NOTHING && TelephoneNumber.is(text)) {
                return pseudonyms.number(text);
            }
            return Runs.rewrite(text, this::word, this::digits);
        }

        private String word(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (kept.keeps(lower)) {
                versions.after(lower);
                return word;
            }
            versions.after("");
            return pseudonyms.word(word);
        }

        private String digits(String digits) {
            boolean stays = switch (kept) {
                case NOTHING -> false;
                case WORDS -> versions.counts(digits);
                case SOFTWARE -> versions.stays(digits);
            };
            versions.after(digits);
            return stays ? digits : pseudonyms.number(digits);
        }
    }
}
