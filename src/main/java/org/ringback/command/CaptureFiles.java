package org.ringback.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.language.Texts;
import org.ringback.reading.ClockOffset;
import org.ringback.words.UnusableText;

/** Reads file names and the clock offsets that belong to them. */
final class CaptureFiles {

    /** An offset as it is typed. */
    static final String EXAMPLE = "sbc.pcap=+1.5s";

    private static final Pattern OFFSET = Pattern.compile("(?<file>.+)=(?<offset>[^=]+)");

    private final Texts texts;

    CaptureFiles(Texts texts) {
        this.texts = texts;
    }

    /**
     * The files in the order given, each once.
     *
     * @throws CommandRefusal if an offset cannot be read or belongs to no file
     */
    List<CaptureFile> of(List<String> names, List<String> offsets) {
        Map<String, Duration> byName = new LinkedHashMap<>();
        for (String offset : offsets) {
            Matcher read = OFFSET.matcher(offset);
            if (!read.matches()) {
                throw unknown(offset);
            }
            if (!names.contains(read.group("file"))) {
                throw CommandRefusal.misuse(
                        texts,
                        CallsText.OFFSET_WITHOUT_FILE,
                        Typed.printable(read.group("file")),
                        Typed.printable(String.join(", ", names)));
            }
            byName.put(read.group("file"), ClockOffset.of(read.group("offset")).orElseThrow(() -> unknown(offset)));
        }
        return names.stream()
                .distinct()
                .map(name -> new CaptureFile(name, path(name), byName.getOrDefault(name, Duration.ZERO)))
                .toList();
    }

    private CommandRefusal unknown(String offset) {
        return CommandRefusal.misuse(texts, CallsText.UNKNOWN_OFFSET, Typed.printable(offset), EXAMPLE);
    }

    /** Refuses what no file can be called. */
    Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandRefusal.misuse(
                    texts, UnusableText.ODD_NAME, Typed.printable(name), Typed.printable(e.getReason()));
        }
    }
}
