package org.ringback.window;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ringback.handbook.Codes;
import org.ringback.handbook.ResponseCode;
import org.ringback.handbook.Rfcs;
import org.ringback.language.ShippedFiles;

/** Words that are the same in every language: what stands on the wire, names of documents, products and keys. */
final class ProtocolWords {

    private static final List<String> NAMES =
            List.of("Ringback", "RFC", "SDP", "Ctrl", "Alt", "Shift", "Enter", "PgUp", "PgDn", "Esc");

    private final Set<String> words = new TreeSet<>(NAMES);

    ProtocolWords() {
        ShippedFiles.languages().forEach(language -> add(language.ownName()));
        Rfcs rfcs = Rfcs.load();
        for (ResponseCode code : Codes.load().all()) {
            add(code.phrase());
            code.otherPhrases().forEach(other -> {
                add(other.phrase());
                add(other.usedBy());
            });
            code.emitters().forEach(this::add);
            code.requestHeaders().forEach(this::add);
            code.headers().forEach(rule -> {
                add(rule.name());
                rule.methods().forEach(this::add);
            });
            Stream.of(
                            code.methods().only(),
                            code.methods().except(),
                            code.methods().mainly())
                    .flatMap(List::stream)
                    .forEach(this::add);
            code.references().forEach(reference -> add(rfcs.title(reference.rfc())));
        }
    }

    private void add(String text) {
        words.addAll(Arrays.asList(text.split("[^\\p{L}]+")));
    }

    /** The words of a text, at least two letters long, that belong to a language. */
    List<String> foreignTo(String text) {
        return Arrays.stream(text.split("[^\\p{L}]+"))
                .filter(word -> word.length() > 1 && !words.contains(word))
                .filter(word -> !word.matches("xx"))
                .toList();
    }
}
