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
import org.ringback.capture.wire.IpAddress;
import org.ringback.pseudonym.DialedNumbers.Place;
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

    /** Who does not want to be named, or cannot (RFC 3323, RFC 3325). */
    private static final Set<String> NOBODY =
            Set.of("anonymous", "unknown", "unavailable", "restricted", "private", "asserted", "invalid");

    private final Shapes shapes;
    private final Subnets subnets;
    private final DialedNumbers emergency = new DialedNumbers();
    private final SessionNumbers sessions;
    private final Map<PseudonymKind, Map<String, String>> given = new EnumMap<>(PseudonymKind.class);
    private final Map<PseudonymKind, Set<String>> seen = new EnumMap<>(PseudonymKind.class);
    private final Set<String> originals = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> stayed = new HashSet<>();
    private Place place = Place.OWNED;
    private boolean complete;

    Pseudonyms(RandomGenerator random, Likeness likeness) {
        shapes = new Shapes(random, likeness);
        subnets = new Subnets(random);
        sessions = new SessionNumbers(
                digits -> of(PseudonymKind.IDENTIFIER, digits, () -> shapes.digits(digits.length())));
        for (PseudonymKind kind : PseudonymKind.values()) {
            given.put(kind, new LinkedHashMap<>());
            seen.put(kind, new HashSet<>());
        }
    }

    /** All values were seen; from now on there are pseudonyms. */
    void complete() {
        complete = true;
    }

    /** Says what a number means that is met from now on. */
    void at(Place now) {
        place = now;
    }

    SessionNumbers sessions() {
        return sessions;
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
            boolean taken = originals.contains(drawn) && tries < 2 * TRIES;
            if (!drawn.equals(original) && !taken && used.add(drawn)) {
                return drawn;
            }
            if (tries >= TRIES) {
                longer += original.isEmpty() || !Runs.digit(original.charAt(0)) ? shapes.word(1) : shapes.digit('1');
            }
        }
    }

    /** A telephone number; its separators and what stands before it stay. */
    String number(String text) {
        Optional<TelephoneNumber> number = TelephoneNumber.of(text);
        if (number.isEmpty()) {
            return name(text);
        }
        String digits = number.get().digits();
        if (digits.length() == 1) {
            return complete ? number.get().with(shapes.digit(digits.charAt(0))) : text;
        }
        if (!complete) {
            emergency.note(digits, place);
        } else if (emergency.stays(digits)) {
            stayed.add(digits);
            return text;
        }
        return number.get().with(of(PseudonymKind.NUMBER, digits, () -> shapes.number(digits)));
    }

    /** Emergency numbers that were met and stayed. */
    Set<String> stayed() {
        return stayed;
    }

    static boolean nobody(String name) {
        return NOBODY.contains(lower(name));
    }

    /** Names that no host has (RFC 6761), so that they say something about the message. */
    private static boolean noHost(String lower) {
        return lower.equals("localhost") || lower.equals("anonymous.invalid") || nobody(lower);
    }

    /** A user, a display name or a label: its words and its numbers, each by itself. */
    String name(String text) {
        String bare = text.strip();
        if (bare.isEmpty() || nobody(bare)) {
            return text;
        }
        boolean whole = Runs.digits(bare);
        return Runs.rewrite(text, this::word, digits -> digits.length() > 1 || whole ? number(digits) : digits);
    }

    /** One word of a name. */
    String word(String word) {
        String lower = lower(word);
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
        String lower = lower(text);
        return lower.isEmpty() || noHost(lower) ? text : domain(lower);
    }

    /** Whose text may differ from the original's, so that the shortest form is used. */
    private String address(IpAddress address) {
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
        var parts = DomainParts.of(lower);
        if (parts.registered().isEmpty()) {
            return TelephoneNumber.is(lower) ? number(lower) : name(lower);
        }
        var text = new StringBuilder();
        parts.labels()
                .forEach(label -> text.append(DomainParts.ofService(label) ? label : name(label))
                        .append('.'));
        if (parts.reserved()) {
            return text + name(parts.registered()) + "." + parts.ending();
        }
        String domain = parts.registered();
        return text.append(of(PseudonymKind.DOMAIN, domain, () -> shapes.domain(domain.length()))) + parts.ending();
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
            return part(kind, text.substring(0, at)) + "@" + hostAndPort(text.substring(at + 1));
        }
        return part(kind, text);
    }

    private String part(PseudonymKind kind, String text) {
        return text.isBlank() ? text : of(kind, text, () -> shapes.like(text));
    }

    String hostAndPort(String text) {
        int bracket = text.lastIndexOf(']');
        int colon = text.lastIndexOf(':');
        boolean v6 = bracket < 0 && text.indexOf(':') != colon;
        if (colon < 0 || colon < bracket || v6) {
            return host(text);
        }
        String port = text.substring(colon + 1).strip();
        String written = text.substring(colon + 1);
        return host(text.substring(0, colon).stripTrailing()) + ":"
                + (port.isEmpty() || Tokens.small(port, 5) ? written : name(written));
    }

    /** What people wrote; nothing of it is left. */
    String text(String text) {
        if (text.isBlank()) {
            return text;
        }
        return given.get(PseudonymKind.TEXT).computeIfAbsent(text, _ -> shapes.filler(text.length()));
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

    /** Whether a number in a text of software may not be one of its versions. */
    boolean knownNumber(String digits) {
        return seen.get(PseudonymKind.NUMBER).contains(digits);
    }

    boolean knownAddress(IpAddress address) {
        return seen.get(PseudonymKind.ADDRESS).contains(address.text());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
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
