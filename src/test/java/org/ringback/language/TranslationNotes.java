package org.ringback.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that remember from which English every translation was made: one of hashes for each language, and one with the
 * English behind these hashes for all of them. They need no history, so that an archive of the sources has all of it.
 */
final class TranslationNotes {

    private static final String ENGLISH = "english.tsv";

    private final Path folder;

    TranslationNotes(Path folder) {
        this.folder = folder;
    }

    /** What is noted of a language; nothing of a new one. */
    MadeFrom of(Language language) {
        SortedMap<String, MadeFrom.Pair> noted = new TreeMap<>();
        lines(language.tag() + ".tsv").forEach(line -> noted.put(line[0], new MadeFrom.Pair(line[1], line[2])));
        return new MadeFrom(noted);
    }

    /** The English from which anything was made, by its hash. */
    SortedMap<String, JsonNode> english() {
        SortedMap<String, JsonNode> english = new TreeMap<>();
        lines(ENGLISH).forEach(line -> english.put(line[0], Translatable.read(line[1])));
        return english;
    }

    /** Writes what is noted now, and keeps the English that it speaks of. */
    void write(Map<Language, MadeFrom> noted, Collection<JsonNode> englishNow) {
        SortedMap<String, JsonNode> known = english();
        englishNow.forEach(text -> known.put(Translatable.hash(text), text));
        known.keySet()
                .retainAll(noted.values().stream()
                        .flatMap(madeFrom -> madeFrom.noted().values().stream())
                        .map(MadeFrom.Pair::english)
                        .collect(Collectors.toSet()));
        write(ENGLISH, known.entrySet().stream().map(text -> text.getKey() + "\t" + text.getValue()));
        noted.forEach((language, madeFrom) -> write(
                language.tag() + ".tsv",
                madeFrom.noted().entrySet().stream()
                        .map(pair -> pair.getKey() + "\t" + pair.getValue().english() + "\t"
                                + pair.getValue().own())));
    }

    private Stream<String[]> lines(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(line -> line.split("\t", -1))
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, Stream<String> lines) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), lines.collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
