package org.ringback.pseudonym;

import java.util.List;
import java.util.stream.Collectors;
import org.ringback.pseudonym.Preview.Where;

/** Headers, each by the form that it has. Of one that nobody knows not even the name stays. */
final class Headers {

    private final Pseudonyms pseudonyms;
    private final Uris uris;
    private final AddressLists addresses;
    private final Vias vias;
    private final Credentials credentials;
    private final Fields fields;
    private final FreeText texts;
    private final PassportRewriter passport;
    private final Dates dates;
    private final Names names;
    private final Remains remains;

    Headers(Pseudonyms pseudonyms, Uris uris, FreeText texts, Dates dates, Remains remains) {
        this.pseudonyms = pseudonyms;
        this.uris = uris;
        this.addresses = new AddressLists(pseudonyms, uris);
        this.vias = new Vias(pseudonyms, uris, texts);
        this.credentials = new Credentials(pseudonyms, uris);
        this.fields = new Fields(pseudonyms, uris, texts);
        this.texts = texts;
        this.passport = new PassportRewriter(pseudonyms, uris, dates);
        this.dates = dates;
        this.names = new Names(pseudonyms);
        this.remains = remains;
        uris.headers((name, value) -> name(name) + "=" + of(name, value));
    }

    /** A header's name as it is written. */
    String name(String written) {
        return names.of(written, HeaderForm.names());
    }

    /** The value of a header of this name in full, with its folds. */
    String of(String name, String value) {
        var form = HeaderForm.of(name.strip());
        if (form.isEmpty()) {
            return texts.unknown(value);
        }
        return switch (form.get()) {
            case ADDRESSES -> addresses.of(value);
            case VIA -> vias.of(value);
            case CREDENTIALS -> credentials.of(value);
            case IDENTIFIER -> identifier(value);
            case IDENTIFIER_PARAMETERS -> identifierWithParameters(value);
            case IDENTIFIERS -> Cuts.each(value, ", \t\r\n", this::identifier);
            case WARNING -> shown(Where.HEADER, name, warnings(value));
            case SIGNATURE -> passport.of(value);
            case TEXT -> pseudonyms.text(value);
            case WORDS -> shown(Where.HEADER, name, texts.words(value));
            case SOFTWARE -> shown(Where.SOFTWARE, name, texts.software(value));
            case DATE -> dates.of(value).orElseGet(() -> texts.unknown(value));
            case STATISTICS -> fields.statistics(value);
            case NUMBERS -> fields.of(value, Fields.LONGEST_NUMBER);
            case COUNTS -> fields.of(value, Fields.LONGEST_COUNT);
            case TOKENS -> reason(name, fields.of(value, Fields.NO_NUMBER));
        };
    }

    /** Notes for a person to look at. */
    private String shown(Where where, String name, String rewritten) {
        remains.add(where, name, Octets.text(rewritten));
        return rewritten;
    }

    private String reason(String name, String rewritten) {
        return rewritten.indexOf('"') >= 0 && name.equalsIgnoreCase("Reason")
                ? shown(Where.HEADER, name, rewritten)
                : rewritten;
    }

    private String identifier(String value) {
        String bare = value.strip();
        boolean brackets = bare.startsWith("<") && bare.endsWith(">");
        String id = brackets ? bare.substring(1, bare.length() - 1) : bare;
        return id.isBlank() ? value : value.replace(id, pseudonyms.identifier(id));
    }

    private String identifierWithParameters(String value) {
        int end = value.indexOf(';');
        return end < 0
                ? identifier(value)
                : identifier(value.substring(0, end)) + uris.parameters().of(value.substring(end));
    }

    private String warnings(String value) {
        return Cuts.split(value, ',').stream().map(this::warning).collect(Collectors.joining(","));
    }

    /** A code, who says so, and what. */
    private String warning(String value) {
        List<String> words = List.of(value.stripLeading().split("(?<=\\s)(?=\\S)", 3));
        if (words.size() < 3 || !Tokens.small(words.getFirst().strip(), 3)) {
            return texts.words(value);
        }
        String agent = words.get(1).strip();
        String behind = words.get(1).substring(agent.length());
        String blanks = value.substring(0, value.length() - value.stripLeading().length());
        return blanks + words.getFirst() + pseudonyms.hostAndPort(agent) + behind + texts.words(words.get(2));
    }
}
