package org.ringback.pseudonym;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.IpAddress;
import org.ringback.pseudonym.Preview.Example;
import org.ringback.pseudonym.Preview.Replaced;

/**
 * Which pseudonym stands for which value. As long as values are searched for, it only remembers them; when all are known, it
 * gives pseudonyms that are none of them. Strings hold one character for each byte.
 */
final class Pseudonyms {

    private static final int EXAMPLES = 3;
    private static final int TRIES = 40;

    /** Shorter names and identifiers are too common to be looked for in texts. */
    private static final int SHORTEST_KNOWN = 3;

    private static final Pattern RUN = Pattern.compile("(?<digits>\\d+)|(?<letters>[A-Za-z\\x80-\\xff]+)");
    private static final Pattern NUMBER = Pattern.compile("(?<prefix>\\+|00(?=\\d{6}))?(?<core>\\d[\\d().\\- ]*)");
    private static final int SHORTEST_NUMBER = 3;

    private final Shapes shapes;
    private final Subnets subnets;
    private final Map<PseudonymKind, Map<String, String>> given = new EnumMap<>(PseudonymKind.class);
    private final Map<PseudonymKind, Set<String>> seen = new EnumMap<>(PseudonymKind.class);
    private final Set<String> originals = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private boolean complete;

    Pseudonyms(RandomGenerator random) {
        shapes = new Shapes(random);
        subnets = new Subnets(random);
        for (PseudonymKind kind : PseudonymKind.values()) {
            given.put(kind, new LinkedHashMap<>());
            seen.put(kind, new HashSet<>());
        }
    }

    /** All values were seen; from now on there are pseudonyms. */
    void complete() {
        complete = true;
    }

    private String of(PseudonymKind kind, String original, Supplier<String> draw) {
        if (!complete) {
            note(kind, original);
            return original;
        }
        return given.get(kind).computeIfAbsent(original, _ -> unused(original, draw));
    }

    private void note(PseudonymKind kind, String original) {
        seen.get(kind).add(original);
        originals.add(original);
    }

    /** Draws until there is one that nobody has; short ones run out, and then become longer. */
    private String unused(String original, Supplier<String> draw) {
        String longer = "";
        for (int tries = 0; ; tries++) {
            String drawn = draw.get() + longer;
            boolean taken = originals.contains(drawn) && tries < TRIES;
            if (!drawn.equals(original) && !taken && used.add(drawn)) {
                return drawn;
            }
            if (tries >= TRIES) {
                longer += shapes.like(original.isEmpty() || !Character.isDigit(original.charAt(0)) ? "a" : "1");
            }
        }
    }

    /** A telephone number; its separators and what stands before it stay. */
    String number(String text) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return name(text);
        }
        String written = number.group("core");
        String core = written.replaceAll("\\D", "");
        if (Plain.emergency(core)) {
            return text;
        }
        String prefix = number.group("prefix") == null ? "" : number.group("prefix");
        return prefix + separated(written, of(PseudonymKind.NUMBER, core, () -> shapes.number(core)));
    }

    private static String separated(String written, String digits) {
        var text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < written.length(); i++) {
            boolean digit = Character.isDigit(written.charAt(i));
            text.append(digit && next < digits.length() ? digits.charAt(next++) : written.charAt(i));
        }
        return text.append(digits.substring(Math.min(next, digits.length()))).toString();
    }

    static boolean isNumber(String text) {
        boolean number =
                text.length() >= SHORTEST_NUMBER && NUMBER.matcher(text).matches();
        return number && IpAddress.of(text).isEmpty();
    }

    /** A user, a display name or a label: its words and its numbers, each by itself. */
    String name(String text) {
        String bare = text.strip();
        if (bare.isEmpty() || Plain.nobody(bare)) {
            return text;
        }
        return RUN.matcher(text).replaceAll(run -> Matcher.quoteReplacement(part(run.group(), text)));
    }

    private String part(String run, String whole) {
        if (!Character.isDigit(run.charAt(0))) {
            return word(run);
        }
        boolean enumeration = run.length() < SHORTEST_NUMBER && !run.equals(whole.strip());
        return enumeration ? run : number(run);
    }

    private String word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String pseudonym = of(PseudonymKind.NAME, lower, () -> shapes.word(lower.length()));
        return complete ? Shapes.withCaseOf(word, pseudonym) : word;
    }

    /** An IP address, with brackets or without, or a name. */
    String host(String text) {
        boolean brackets = text.startsWith("[") && text.endsWith("]");
        String bare = brackets ? text.substring(1, text.length() - 1) : text;
        Optional<IpAddress> address = IpAddress.of(bare);
        if (address.isPresent()) {
            String pseudonym = address(address.get());
            return brackets ? "[" + pseudonym + "]" : pseudonym;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || Plain.host(lower) || Plain.nobody(lower)) {
            return text;
        }
        return domain(lower);
    }

    /** Whose text may differ from the original's, so that the shortest form is used. */
    String address(IpAddress address) {
        if (Subnets.plain(address)) {
            return address.text();
        }
        if (!complete) {
            note(PseudonymKind.ADDRESS, address.text());
            subnets.note(address);
            return address.text();
        }
        return given.get(PseudonymKind.ADDRESS)
                .computeIfAbsent(address.text(), _ -> subnets.pseudonym(address).text());
    }

    private String domain(String lower) {
        String dot = lower.endsWith(".") ? "." : "";
        String[] labels = lower.substring(0, lower.length() - dot.length()).split("\\.", -1);
        if (labels.length == 1) {
            return isNumber(lower) ? number(lower) : name(lower);
        }
        int registered = Math.min(labels.length, secondLevel(labels) ? 3 : 2);
        int own = labels.length - registered;
        String domain = String.join(".", List.of(labels).subList(own, labels.length));
        var text = new StringBuilder();
        for (int i = 0; i < own; i++) {
            text.append(Plain.serviceLabel(labels[i]) ? labels[i] : name(labels[i]))
                    .append('.');
        }
        return text.append(of(PseudonymKind.DOMAIN, domain, () -> shapes.domain(domain.length()))) + dot;
    }

    /** As in {@code co.uk}: the registered name is one label longer. */
    private static boolean secondLevel(String... labels) {
        return labels.length > 2 && labels[labels.length - 1].length() == 2 && labels[labels.length - 2].length() <= 3;
    }

    /** An identifier: what stands behind an {@code @} is a host. */
    String identifier(String text) {
        return opaque(PseudonymKind.IDENTIFIER, text);
    }

    String secret(String text) {
        return opaque(PseudonymKind.SECRET, text);
    }

    private String opaque(PseudonymKind kind, String text) {
        int at = text.lastIndexOf('@');
        if (at > 0 && at + 1 < text.length()) {
            return opaque(kind, text.substring(0, at)) + "@" + hostAndPort(text.substring(at + 1));
        }
        return text.isBlank() ? text : of(kind, text, () -> shapes.like(text));
    }

    String hostAndPort(String text) {
        int bracket = text.lastIndexOf(']');
        int colon = text.lastIndexOf(':');
        boolean v6 = bracket < 0 && text.indexOf(':') != colon;
        if (colon < 0 || colon < bracket || v6) {
            return host(text);
        }
        return host(text.substring(0, colon).stripTrailing()) + text.substring(colon);
    }

    /** What people wrote; nothing of it is left. */
    String text(String text) {
        if (text.isBlank()) {
            return text;
        }
        return given.get(PseudonymKind.TEXT).computeIfAbsent(text, _ -> Shapes.filler(text.length()));
    }

    /** The pseudonym of an identifier or a secret that is met outside of its header. */
    Optional<String> known(String text) {
        if (!complete || text.length() < SHORTEST_KNOWN) {
            return Optional.empty();
        }
        int at = text.lastIndexOf('@');
        if (seen.get(PseudonymKind.IDENTIFIER).contains(at > 0 ? text.substring(0, at) : text)) {
            return Optional.of(identifier(text));
        }
        return seen.get(PseudonymKind.SECRET).contains(text) ? Optional.of(secret(text)) : Optional.empty();
    }

    /** Whether a word of some name is this one, unless it is also a word of the protocol. */
    boolean knownWord(String word) {
        return complete
                && word.length() >= SHORTEST_KNOWN
                && !Plain.word(word)
                && seen.get(PseudonymKind.NAME).contains(word.toLowerCase(Locale.ROOT));
    }

    boolean knownAddress(IpAddress address) {
        return complete && seen.get(PseudonymKind.ADDRESS).contains(address.text());
    }

    boolean knownNumber(String digits) {
        return complete && seen.get(PseudonymKind.NUMBER).contains(digits.replaceFirst("^00(?=\\d{6})", ""));
    }

    List<Replaced> replaced() {
        List<Replaced> replaced = new ArrayList<>();
        given.forEach((kind, values) -> {
            if (!values.isEmpty()) {
                replaced.add(new Replaced(
                        kind,
                        values.size(),
                        values.entrySet().stream()
                                .limit(EXAMPLES)
                                .map(entry -> new Example(Octets.text(entry.getKey()), entry.getValue()))
                                .toList()));
            }
        });
        return replaced;
    }
}
