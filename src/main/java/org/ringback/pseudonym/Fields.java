package org.ringback.pseudonym;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Values that consist of words and numbers of the protocol, with parameters: what is not registered is replaced. */
final class Fields {

    /** Digits of what counts in a header, and of what is a number of the protocol. */
    static final int LONGEST_COUNT = 5;

    static final int LONGEST_NUMBER = 10;
    static final int NO_NUMBER = 0;
    private static final int LONGEST_STATISTIC = 12;

    private static final Set<String> COUNTS = Lists.of("""
        ps os pr or pl ji la en de ti cs po ro re rp sp so qs lq tq pn ls es cf tl ve ag dl mt ml mr ex an
        """);

    private static final Set<String> CODECS = Lists.of("""
        pcma pcmu g711 g711a g711u g729 g729a g722 opus gsm g726 g723 ilbc amr amr-wb
        """);

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final FreeText texts;
    private final Names names;

    Fields(Pseudonyms pseudonyms, Uris uris, FreeText texts) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.texts = texts;
        this.names = new Names(pseudonyms);
    }

    /**
     * Elements with commas between them; numbers stay only where it is known that they count something.
     *
     * @param numbers the most digits of those that stay
     */
    String of(String value, int numbers) {
        return Cuts.split(value, ',').stream()
                .map(element -> element(element, numbers))
                .collect(Collectors.joining(","));
    }

    private String element(String element, int numbers) {
        List<String> parts = Cuts.split(element, ';');
        String head = parts.getFirst();
        String parameters = element.substring(head.length());
        int equals = head.indexOf('=');
        boolean named = equals > 0 && head.substring(0, equals).chars().noneMatch(c -> c == '"' || c == '<');
        String first = named ? uris.parameters().of(";" + head).substring(1) : head(head, numbers);
        return first + uris.parameters().of(parameters);
    }

    private String head(String head, int numbers) {
        var out = new StringBuilder();
        int lastParenthesis = head.lastIndexOf(')');
        int lastBracket = head.lastIndexOf('>');
        boolean quotes = true;
        int at = 0;
        while (at < head.length()) {
            char c = head.charAt(at);
            int close = switch (c) {
                case '"' -> quotes ? Cuts.close(head, at) : -1;
                case '<' -> lastBracket > at ? head.indexOf('>', at) : -1;
                case '(' -> lastParenthesis;
                default -> -1;
            };
            quotes &= c != '"' || close >= 0;
            int end = at + 1;
            if (close > at) {
                out.append(c).append(enclosed(c, head.substring(at + 1, close))).append(head.charAt(close));
                end = close + 1;
            } else if (c <= ' ' || "/\"<>()".indexOf(c) >= 0) {
                out.append(c);
            } else {
                while (end < head.length() && head.charAt(end) > ' ' && "/\"<>()".indexOf(head.charAt(end)) < 0) {
                    end++;
                }
                boolean path = at > 0 && head.charAt(at - 1) == '/';
                out.append(word(head.substring(at, end), numbers, path));
            }
            at = end;
        }
        return out.toString();
    }

    private String enclosed(char open, String inner) {
        return switch (open) {
            case '<' -> uris.of(inner);
            case '(' -> counts(inner) ? inner : pseudonyms.text(inner);
            default -> texts.unknown(inner);
        };
    }

    /** Such as {@code 1/2}: so many of them are urgent (RFC 3842, 3.5). */
    private static boolean counts(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && Tokens.small(text.substring(0, slash), 5) && Tokens.small(text.substring(slash + 1), 5);
    }

    private String word(String word, int numbers, boolean subtype) {
        if (Tokens.small(word, numbers)) {
            return word;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (Tokens.known(lower)) {
            return word;
        }
        if (lower.startsWith("urn:")) {
            return uris.of(word);
        }
        return subtype || word.chars().noneMatch(c -> c == '.' || c == '@' || c == ':' || Runs.digit((char) c))
                ? names.of(word, Set.of())
                : winfo(lower) ? word : texts.unknown(word);
    }

    /** Packages may watch packages (RFC 3857, 4.1), and namespaces have priorities (RFC 4412). */
    private static boolean winfo(String lower) {
        int dot = lower.indexOf('.');
        String behind = lower.substring(dot + 1);
        return dot > 0
                && Tokens.known(lower.substring(0, dot))
                && (Tokens.known(behind) || behind.equals("winfo") || Tokens.small(behind, 2));
    }

    /** Such as {@code PS=100;PR=98;EN=PCMA}. */
    String statistics(String value) {
        return Cuts.each(value, ",; \t\r\n", pair -> {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).toLowerCase(Locale.ROOT);
            String count = pair.substring(equals + 1);
            boolean known = COUNTS.contains(name)
                    && (Tokens.small(count, LONGEST_STATISTIC) || CODECS.contains(count.toLowerCase(Locale.ROOT)));
            return known ? pair : texts.unknown(pair);
        });
    }
}
